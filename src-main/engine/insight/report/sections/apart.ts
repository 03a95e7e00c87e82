import { html, NOTHING, type Html } from '../html';
import { chapter, type Page } from '../page';
import { caption } from './caption';

const SHOWN = 6;

/** The works that are unlike all others. */
export function apart(page: Page): Html {
  const { words, pictures } = page;
  const outliers = page.source.portfolio.outliers
    .filter(({ id }) => pictures.work(id))
    .slice(0, SHOWN);
  if (outliers.length === 0) return NOTHING;
  const figures = outliers.map(({ id, trait }) => {
    const reason = trait ? words.say('report_apart_trait', { trait: words.traitName(trait) }) : '';
    return html`<figure class="work">${pictures.show(id)}${caption(page, id, reason)}</figure>`;
  });
  return chapter(
    'apart',
    words.say('report_apart_heading'),
    words.say('report_apart_note'),
    figures,
  );
}

/** The works this section shows, so that their pictures are embedded. */
export function apartWorks({ source }: Pick<Page, 'source'>): number[] {
  return source.portfolio.outliers.slice(0, SHOWN).map(({ id }) => id);
}
