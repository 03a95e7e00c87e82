import type { ArtworkId } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import type { Page } from '../page';
import type { ReportWork } from '../report-source';

/** Title and year, as a catalogue sets them. */
export function titleLine({ title, date }: ReportWork): Html {
  return html`<cite>${title}</cite>${date === null ? NOTHING : html`, ${date.slice(0, 4)}`}`;
}

/** Title and year, and one more line below them. */
export function caption({ pictures }: Page, id: ArtworkId, line: string): Html {
  const work = pictures.work(id);
  if (!work) return NOTHING;
  return html`<figcaption>${titleLine(work)}<br />${line}</figcaption>`;
}
