import type { StyleMap } from '../../../src-main/contract';
import { visibleBox, type Camera } from '../../lib/map/camera';
import { dotColours, type ColourBy } from '../../lib/map/dot-colours';
import { DotsLayer } from '../../lib/map/dots-layer';
import { paintWorks } from '../../lib/map/paint-works';
import { Pictures } from '../../lib/map/pictures';
import type { PlaneIndex } from '../../lib/map/plane-index';
import { dotSize, pictureShare } from '../../lib/map/work-size';
import type { PlaneColours } from './plane-colours.svelte';

export interface Look {
  readonly map: StyleMap;
  readonly camera: Camera;
  readonly screen: { width: number; height: number };
  /** Longer side of a work on the screen, px. */
  readonly side: number;
  readonly colours: PlaneColours;
  readonly colourBy: ColourBy;
  readonly hovered: number;
  readonly chosen: ReadonlySet<number>;
  /** Works in view, when they are near enough to be pictures. */
  readonly inView: readonly number[];
  readonly addressOf: (at: number) => string | undefined;
}

/** Draws the style map: all works as dots, and over them those near enough as pictures. */
export class PlanePainter {
  readonly #dots: DotsLayer | undefined;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #pictures: Pictures;
  #look: Look | undefined;
  #frame = 0;

  constructor(dots: HTMLCanvasElement, works: HTMLCanvasElement) {
    this.#dots = openDots(dots);
    this.#context = works.getContext('2d');
    this.#pictures = new Pictures(() => this.#due());
  }

  /** False where the machine draws no WebGL: then only pictures are seen. */
  get hasDots(): boolean {
    return this.#dots !== undefined;
  }

  place({ positions }: StyleMap): void {
    this.#dots?.place(positions);
  }

  colour(map: StyleMap, by: ColourBy, { series, rest }: PlaneColours): void {
    this.#dots?.colour(dotColours(map, by, series, rest));
    this.#due();
  }

  /** Which works are chosen; the others step back from several, but not from the one looked at last. */
  mark(map: StyleMap, chosen: ReadonlySet<number>): void {
    const plain = chosen.size > 1 ? -1 : 0;
    this.#dots?.mark(Float32Array.from(map.ids, (id) => (chosen.has(id) ? 1 : plain)));
    this.#due();
  }

  resize(canvas: HTMLCanvasElement, { width, height }: Look['screen']): void {
    this.#dots?.resize(width, height);
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    this.#due();
  }

  show(look: Look): void {
    this.#look = look;
    this.#due();
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#pictures.close();
    this.#dots?.close();
  }

  #due(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    if (!this.#look || !this.#context) return;
    const { map, camera, screen, side, colours, colourBy, hovered, chosen, inView } = this.#look;
    const opacity = pictureShare(side);
    this.#dots?.draw(camera, { size: dotSize(side), opacity: 1 - opacity * 0.999 });
    const appearing = paintWorks(this.#context, map, inView, this.#pictures, {
      camera,
      screen,
      side,
      opacity,
      accent: colours.accent,
      ground: colours.ground,
      hovered,
      isChosen: (at) => chosen.has(map.ids[at] ?? 0),
      othersFade: chosen.size > 1,
      markOf: (at) => (colourBy === 'group' ? groupColour(map, at, colours) : undefined),
      addressOf: this.#look.addressOf,
      now: performance.now(),
    });
    if (appearing) this.#due();
  }
}

function openDots(canvas: HTMLCanvasElement): DotsLayer | undefined {
  try {
    return new DotsLayer(canvas);
  } catch {
    return undefined;
  }
}

function groupColour({ clusters }: StyleMap, at: number, { series, rest }: PlaneColours): string {
  const [red, green, blue] = series[clusters[at] ?? 255] ?? rest;
  return `rgb(${red} ${green} ${blue})`;
}

/** Works near enough to be seen as pictures. */
export function worksInView(
  index: PlaneIndex,
  look: Pick<Look, 'camera' | 'screen' | 'side'>,
): number[] {
  if (pictureShare(look.side) === 0) return [];
  return index.within(visibleBox(look.camera, look.screen, look.side));
}
