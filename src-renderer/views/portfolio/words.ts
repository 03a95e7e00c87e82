import type { Portfolio, TraitId } from '../../../src-main/contract';
import { colourName, formatCount, formatPercent, m, traitTendency } from '../../i18n';
import { tellingWords } from '../../lib/map/telling-words';

/** As the printed report draws the lines, so that both say the same. */
const CLOSE = 0.75;
const OPEN = 0.55;
const LEADING_COLOURS = 3;

interface Difference {
  readonly id: TraitId;
  readonly z: number;
}

/** Up to twelve as a word, as a book would write it. */
export function smallNumber(count: number): string {
  return m.portfolio_numbers().split('|')[count] ?? formatCount(count);
}

export function worksInWords(count: number): string {
  return count === 1 ? m.app_work_one() : m.app_work_many({ count: formatCount(count) });
}

/** '184 works, 2016–2024, two turning points.' */
export function openingSentence(portfolio: Portfolio): string {
  const { works, firstDate, lastDate, turningPoints, clusters } = portfolio;
  const [from, to] = [firstDate?.slice(0, 4), lastDate?.slice(0, 4)];
  const parts = [worksInWords(works)];
  if (from && to) parts.push(from === to ? from : `${from}–${to}`);
  if (clusters.length > 1)
    parts.push(m.portfolio_groups_many({ count: smallNumber(clusters.length) }));
  if (turningPoints.length === 1) parts.push(m.portfolio_turn_one());
  if (turningPoints.length > 1)
    parts.push(m.portfolio_turn_many({ count: smallNumber(turningPoints.length) }));
  return m.portfolio_sentence({ parts: parts.join(m.portfolio_sentence_join()) });
}

/** How closely the works keep to one way of working, in plain words. */
export function cohesionInWords(cohesion: number): string {
  if (cohesion >= CLOSE) return m.portfolio_cohesion_close();
  return cohesion >= OPEN ? m.portfolio_cohesion_open() : m.portfolio_cohesion_wide();
}

/** What a visitor could say after the first walk through the rooms. */
export function reading(portfolio: Portfolio, groupNames: readonly string[]): string {
  const [largest] = portfolio.clusters;
  const sentences = [cohesionInWords(portfolio.cohesion), leadingColours(portfolio)];
  if (largest && portfolio.clusters.length > 1)
    sentences.push(
      m.portfolio_largest_group({
        name: groupNames[0] ?? '',
        share: formatPercent(largest.size / portfolio.works),
      }),
    );
  return sentences.filter(Boolean).join(m.portfolio_space());
}

function leadingColours({ palette }: Portfolio): string {
  const names = [...new Set(palette.map(({ name }) => colourName(name)))].slice(0, LEADING_COLOURS);
  return names.length > 0 ? m.portfolio_led_by({ colours: listed(names) }) : '';
}

/** 'lighter, warmer and more colourful': the strongest differences as a sentence joins them. */
export function changeInWords(differences: readonly Difference[], most = 3): string {
  return listed(tellingWords(differences, most).map(({ id, z }) => traitTendency(id, z)));
}

/** Words in a row, the last one joined by 'and'. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return m.portfolio_and({ first: words.slice(0, -1).join(m.portfolio_list_join()), last });
}
