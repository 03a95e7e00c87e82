import type { DuplicateGroup } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, row, type Page } from '../page';

const SHOWN = 6;
const EACH = 4;
const ROW_ASPECT = 2.8;

/** Pictures that occur more than once. Identical files are no matter for a reader and left out. */
export function twins({ source, words, pictures }: Page): Html {
  const groups = shownTwins(source.portfolio.duplicates);
  if (groups.length === 0) return NOTHING;
  const figures = groups.map(
    ({ relation, works }) =>
      html` <figure class="twins">
        ${row(pictures, works.slice(0, EACH), { aspect: ROW_ASPECT })}
        <figcaption>
          ${words.say(`report_twins_${relation}`)}<br />${works
            .slice(0, EACH)
            .map((id) => pictures.work(id)?.title ?? '')
            .join(words.language === 'zh' ? '、' : ', ')}
        </figcaption>
      </figure>`,
  );
  return chapter(
    'relatives',
    words.say('report_twins_heading'),
    words.say('report_twins_note'),
    figures,
  );
}

export function shownTwins(duplicates: readonly DuplicateGroup[]): DuplicateGroup[] {
  return duplicates
    .filter(({ relation, works }) => relation !== 'exact' && works.length > 1)
    .slice(0, SHOWN);
}
