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

/** A row that is filled less than this keeps its height and leaves the rest white. */
const FULL = 0.8;

interface RowOptions {
  /** Width over height of a full row. */
  aspect: number;
  /** Stands below each work. */
  caption?: (id: ArtworkId) => Html;
}

/** Works side by side, all equally high, together as wide as the page: nothing is cropped. */
export function row(
  pictures: Pictures,
  ids: readonly ArtworkId[],
  { aspect, caption }: RowOptions,
): Html {
  const works = ids.map((id) => pictures.work(id)).filter((work) => work !== undefined);
  const total = works.reduce((sum, work) => sum + aspectOf(work), 0);
  const items = works.map(
    (work) =>
      html`<figure style="flex:${aspectOf(work).toFixed(3)}">
        ${pictures.show(work.id)}${caption?.(work.id)}
      </figure>`,
  );
  const rest = aspect - total;
  const filler = total < aspect * FULL && html`<div style="flex:${rest.toFixed(3)}"></div>`;
  return html`<div class="row">${items}${filler}</div>`;
}

/** Divides works into rows that come as near as possible to a full one; what begins no full row is left out. */
export function fillRows(
  pictures: Pictures,
  ids: readonly ArtworkId[],
  { aspect, most }: { aspect: number; most: number },
): ArtworkId[][] {
  const rows: ArtworkId[][] = [];
  let open: ArtworkId[] = [];
  let total = 0;
  for (const id of ids) {
    const work = pictures.work(id);
    if (!work || rows.length === most) continue;
    const next = aspectOf(work);
    if (open.length > 0 && total + next / 2 > aspect) {
      rows.push(open);
      [open, total] = [[], 0];
    }
    open.push(id);
    total += next;
  }
  const wanted = rows.length === 0 || total >= aspect * FULL;
  return rows.length < most && open.length > 0 && wanted ? [...rows, open] : rows;
}
