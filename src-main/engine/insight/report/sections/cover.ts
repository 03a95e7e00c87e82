import type { Portfolio } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { paletteBar, type Page } from '../page';
import type { ReportWords } from '../report-words';

const CLOSE = 0.75;
const OPEN = 0.55;
const LEADING_COLOURS = 3;

/** The work that stands on the cover: the most typical one of the largest group. */
export function coverWork({ clusters, periods }: Portfolio): number | undefined {
  return clusters[0]?.works[0] ?? periods.at(-1)?.works[0];
}

export function cover({ source, words, pictures }: Page): Html {
  const { portfolio, name } = source;
  const chosen = coverWork(portfolio);
  return html` <header class="cover">
    <p class="kind">${words.say('report_kind')}</p>
    <div class="plate">${chosen === undefined ? NOTHING : pictures.show(chosen)}</div>
    <div class="words">
      <h1>${name ?? words.say('report_title')}</h1>
      <p class="sentence">${sentence(portfolio, words)}</p>
      <p class="reading">${reading(portfolio, words)}</p>
    </div>
    ${paletteBar(portfolio.palette)}
  </header>`;
}

/** '184 works, 2016–2024, six groups, two turning points.' */
export function sentence(portfolio: Portfolio, words: ReportWords): string {
  if (portfolio.works === 0) return words.say('report_empty');
  const { clusters, turningPoints } = portfolio;
  const turns = turningPoints.length;
  const parts = [
    words.works(portfolio.works),
    span(portfolio),
    clusters.length > 1 &&
      words.say('report_groups_many', { count: words.smallNumber(clusters.length) }),
    turns === 1 && words.say('report_turns_one'),
    turns > 1 && words.say('report_turns_many', { count: words.smallNumber(turns) }),
  ].filter((part) => part !== false && part !== '');
  return words.say('report_full_stop', { text: parts.join(words.say('report_list_join')) });
}

function span({ firstDate, lastDate }: Portfolio): string {
  const [from, to] = [firstDate?.slice(0, 4), lastDate?.slice(0, 4)];
  if (!from || !to) return '';
  return from === to ? from : `${from}–${to}`;
}

/** Two or three sentences that a visitor could say after the first walk through. */
function reading(portfolio: Portfolio, words: ReportWords): string {
  if (portfolio.works === 0) return '';
  const largest = portfolio.clusters[0];
  const sentences = [cohesion(portfolio.cohesion, words), colours(portfolio, words)];
  if (largest && portfolio.clusters.length > 1)
    sentences.push(
      words.say('report_largest_group', {
        name: words.groupNames(portfolio.clusters)[0] ?? '',
        share: words.percent(largest.size / portfolio.works),
      }),
    );
  for (const { label, traits } of portfolio.turningPoints) {
    const change = words.tendencies(traits);
    if (change) sentences.push(words.say('report_turn_sentence', { label, traits: change }));
  }
  return sentences.join(words.language === 'zh' ? '' : ' ');
}

function cohesion(value: number, words: ReportWords): string {
  const kind = value >= CLOSE ? 'close' : value >= OPEN ? 'open' : 'wide';
  return words.say(`report_cohesion_${kind}`);
}

function colours({ palette }: Portfolio, words: ReportWords): string {
  const names = [...new Set(palette.map(({ name }) => words.colourName(name)))];
  const leading = names.slice(0, LEADING_COLOURS);
  const last = leading.pop();
  if (last === undefined) return '';
  const first = leading.join(words.language === 'zh' ? '、' : ', ');
  const list = first ? words.say('report_and', { first, second: last }) : last;
  return words.say('report_palette_led', { colours: list });
}
