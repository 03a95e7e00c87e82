import type { ArtworkId } from '../../../contract';
import { html, type Html } from './html';
import { aspectOf, type Pictures } from './pictures';
import type { ReportSource } from './report-source';
import type { ReportWords } from './report-words';

/** What every section is made from. */
export interface Page {
  source: ReportSource;
  words: ReportWords;
  pictures: Pictures;
}

/** A chapter: heading and note in the margin, content beside them. */
export function chapter(name: string, heading: string, note: string, content: Html | Html[]): Html {
  return html` <section class="chapter ${name}">
    <header>
      <h2>${heading}</h2>
      <p>${note}</p>
    </header>
    <div class="content">${content}</div>
  </section>`;
}

/** One proportional bar of colours. */
export function paletteBar(palette: readonly { hex: string; share: number }[]): Html {
  let x = 0;
  const parts = palette.map(({ hex, share }) => {
    const part = html`<rect
      x="${(x * 1000).toFixed(1)}"
      width="${(share * 1000 + 0.5).toFixed(1)}"
      height="10"
      fill="${hex}"
    />`;
    x += share;
    return part;
  });
  return html`<svg
    class="palette"
    viewBox="0 0 1000 10"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${parts}
  </svg>`;
}

/** Works side by side, all equally high, as wide together as the page: nothing is cropped. */
export function row(pictures: Pictures, ids: readonly ArtworkId[], widest: number): Html {
  const items: Html[] = [];
  let total = 0;
  for (const id of ids) {
    const work = pictures.work(id);
    if (!work) continue;
    const aspect = aspectOf(work);
    if (total > 0 && total + aspect > widest) break;
    total += aspect;
    items.push(html`<div style="flex:${aspect.toFixed(3)}">${pictures.show(id)}</div>`);
  }
  // A short row keeps the height of a full one instead of growing.
  const rest = widest - total;
  const filler = rest > widest * 0.12 ? html`<div style="flex:${rest.toFixed(3)}"></div>` : null;
  return html`<div class="row">${items}${filler}</div>`;
}
