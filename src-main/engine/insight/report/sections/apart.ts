import { NOTHING, type Html } from '../html';
import { chapter, fillRows, row, type Page } from '../page';
import { caption } from './caption';

const SHOWN = 6;
const ROW_ASPECT = 3.6;

/** The works that are unlike all others. */
export function apart(page: Page): Html {
  const { words, pictures } = page;
  const outliers = page.source.portfolio.outliers
    .filter(({ id }) => pictures.work(id))
    .slice(0, SHOWN);
  if (outliers.length === 0) return NOTHING;
  const reasons = new Map(outliers.map(({ id, trait }) => [id, trait]));
  const because = (id: number) => {
    const trait = reasons.get(id);
    return trait ? words.say('report_apart_trait', { trait: words.traitNameInside(trait) }) : '';
  };
  const rows = fillRows(pictures, [...reasons.keys()], { aspect: ROW_ASPECT, most: SHOWN });
  return chapter(
    'apart',
    words.say('report_apart_heading'),
    words.say('report_apart_note'),
    rows.map((ids) =>
      row(pictures, ids, { aspect: ROW_ASPECT, caption: (id) => caption(page, id, because(id)) }),
    ),
  );
}

/** The works this section shows, so that their pictures are embedded. */
export function apartWorks({ source }: Pick<Page, 'source'>): number[] {
  return source.portfolio.outliers.slice(0, SHOWN).map(({ id }) => id);
}
