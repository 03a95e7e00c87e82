import { rgbOf, tokens, type Rgb } from '../../lib/map/css-colour';

const SERIES = Array.from({ length: 10 }, (_, at) => `--series-${at + 1}`);

export interface PlaneColours {
  /** Of the groups in order. */
  readonly series: readonly Rgb[];
  /** Of all further groups. */
  readonly rest: Rgb;
  readonly accent: string;
  readonly ground: string;
}

/** The theme's colours as canvases need them; they follow a change of the theme. */
export class ThemeColours {
  #current = $state.raw<PlaneColours>(read());

  get current(): PlaneColours {
    return this.#current;
  }

  /** Begins to follow. @returns the function that stops */
  follow(): () => void {
    const observer = new MutationObserver(() => (this.#current = read()));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }
}

function read(): PlaneColours {
  const root = document.documentElement;
  const names = ['--accent', '--ground', '--series-rest', ...SERIES];
  const [accent = '', ground = '', rest = '', ...series] = tokens(root, names);
  return { series: series.map(rgbOf), rest: rgbOf(rest), accent, ground };
}
