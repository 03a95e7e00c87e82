import {
  SUGGESTION_MODELS,
  type Estimate,
  type ListQuality,
  type SuggestionModel,
  type SuggestionsOutput,
} from '../contract/suggestions-output';

const NAMES: Readonly<Record<SuggestionModel, string>> = {
  popularity: 'Popularity',
  random: 'Random',
  itemKnn: 'Item-kNN',
  ease: 'EASE',
  als: 'ALS',
  hybrid: 'Hybrid',
};

const NAME_WIDTH = 20;
const FIGURE_WIDTH = 23;

/** The evaluation as a plain text table, each figure with its interval. */
export function suggestionsTable(output: SuggestionsOutput): string {
  const { data, models, surprising, hybridMinusEase, surprisingMinusHybrid, bootstrap } = output;
  const head = ['NDCG@10', 'recall@20', 'coverage@10', 'Gini'].map((it) => it.padEnd(FIGURE_WIDTH));
  const lines = [
    `${data.users} users, ${data.items} items, ${data.fitted} positives learnt from; ` +
      `${data.testUsers} users asked about ${data.testRows} positives`,
    '',
    `${''.padEnd(NAME_WIDTH)}${head.join('')}fit`,
    ...SUGGESTION_MODELS.map((name) => row(NAMES[name], models[name], models[name].fitSeconds)),
    row(`Hybrid, slider ${surprising.slider}`, surprising),
    '',
    `NDCG@10, hybrid - EASE            ${signed(hybridMinusEase)}`,
    `NDCG@10, slider moved - hybrid    ${signed(surprisingMinusHybrid)}`,
    '',
    `In brackets: 95 % intervals, bootstrap over users, ${bootstrap.resamples} resamples, differences paired.`,
    'All items were ranked that a user has no row for in what was learnt from; none were sampled.',
    data.validGiven
      ? 'Tuned on the validation rows alone, then fitted anew on these and the training rows.'
      : 'Tuned on a seventh of the training rows that was set aside, then fitted anew on all of them.',
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, quality: ListQuality, seconds?: number): string {
  const { ndcgAt10, recallAt20, coverageAt10, gini } = quality;
  const figures = [ndcgAt10, recallAt20, coverageAt10, gini].map((it) =>
    bracketed(it).padEnd(FIGURE_WIDTH),
  );
  const fit = seconds === undefined ? '' : `${seconds.toFixed(2)} s`;
  return `${name.padEnd(NAME_WIDTH)}${figures.join('')}${fit}`.trimEnd();
}

function bracketed({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function signed({ value, low, high }: Estimate): string {
  const [a, b, c] = [value, low, high].map(
    (it) => `${it < 0 ? '-' : '+'}${Math.abs(it).toFixed(4)}`,
  );
  return `${a} [${b}, ${c}]`;
}
