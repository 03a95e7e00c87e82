import type { ReportSource, ReportWork } from '../report-source';
import { html, NOTHING, type Html } from '../html';
import { chapter, type Page } from '../page';
import { titleLine } from './caption';

const MOST_PLATES = 1500;

/** Every work with its number and caption; of a very large library an even choice. */
export function plates(page: Page): Html {
  const { source, words, pictures } = page;
  const chosen = plateWorks(source);
  if (chosen.length === 0) return NOTHING;
  const note =
    chosen.length < source.works.length
      ? words.say('report_plates_some', {
          shown: words.number(chosen.length),
          count: words.number(source.works.length),
        })
      : words.say('report_plates_note');
  const figures = chosen.map((work, i) => {
    const size = { width: words.number(work.width), height: words.number(work.height) };
    return html` <figure class="plate">
      <div>${pictures.show(work.id)}</div>
      <figcaption>
        <b>${i + 1}</b>${titleLine(work)}<br />${words.say('report_pixels', size)}
      </figcaption>
    </figure>`;
  });
  return chapter('plates', words.say('report_plates_heading'), note, figures);
}

/** In the order of their dates, undated ones last. */
export function plateWorks({ works }: Pick<ReportSource, 'works'>): ReportWork[] {
  const ordered = works.toSorted(byDate);
  const step = Math.max(1, ordered.length / MOST_PLATES);
  const count = Math.min(ordered.length, MOST_PLATES);
  return Array.from({ length: count }, (_, i) => ordered[Math.floor(i * step)]).filter(
    (work) => work !== undefined,
  );
}

function byDate(one: ReportWork, other: ReportWork): number {
  const [a, b] = [one.date ?? '9999', other.date ?? '9999'];
  return a === b ? one.id - other.id : a < b ? -1 : 1;
}
