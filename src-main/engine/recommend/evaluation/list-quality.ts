import type { Estimate, ListQuality } from '../../../contract/suggestions-output';
import {
  bootstrapEstimates,
  centredShare,
  type BiasedEstimate,
} from '../../kernel/bootstrap-estimate';
import { gini } from '../../kernel/gini';
import { ndcgAt } from '../../kernel/ndcg';
import { recallAt } from '../../kernel/recall-at';
import { runToEnd } from '../../kernel/run-to-end';
import { mean } from '../../kernel/statistics';
import { LIST_LENGTH, type Questions } from './rank-users';

const LIST_FIGURES = ['ndcgAt10', 'recallAt20', 'coverageAt10', 'gini'] as const;
type ListFigure = (typeof LIST_FIGURES)[number];
/** Whether a figure is a mean over users or looks at all their lists together. */
const KINDS = {
  ndcgAt10: 'mean',
  recallAt20: 'mean',
  coverageAt10: 'reach',
  gini: 'reach',
} as const;

/** Places that recall looks at. */
export const LONG_LIST = 20;

export const RESAMPLES = 1000;

/** Measured list by list, so that users can be drawn. */
interface Measured {
  ndcg: Float64Array;
  recall: Float64Array;
  lists: readonly ArrayLike<number>[];
}

export type Lists = readonly ArrayLike<number>[];

/**
 * The quality of several models' lists for the same users, with intervals from one bootstrap over users for all, so that
 * differences are paired.
 *
 * @param models lists of {@link LONG_LIST} places by model
 * @param differences pairs of models whose difference in NDCG@10 is wanted
 */
export function listQuality<Model extends string>(
  models: Readonly<Record<Model, Lists>>,
  questions: Questions,
  differences: readonly (readonly [Model, Model])[],
): { quality: Record<Model, ListQuality>; differences: Estimate[] } {
  const names = Object.keys(models) as Model[];
  const measured = new Map(names.map((name) => [name, measure(models[name], questions)]));
  const { items } = questions.signals.liked;
  const statistics = (drawn: readonly number[]) => {
    const figures: Record<string, number> = {};
    for (const name of names) {
      const of = measured.get(name)!;
      const ndcg = meanOf(of.ndcg, drawn);
      const exposures = exposuresOf(of.lists, drawn, items);
      figures[keyOf(name, 'ndcgAt10')] = ndcg;
      figures[keyOf(name, 'recallAt20')] = meanOf(of.recall, drawn);
      figures[keyOf(name, 'coverageAt10')] = mean(exposures.map((count) => Number(count > 0)));
      figures[keyOf(name, 'gini')] = gini(exposures);
    }
    differences.forEach(([a, b], d) => {
      figures[`difference ${d}`] = figures[keyOf(a, 'ndcgAt10')]! - figures[keyOf(b, 'ndcgAt10')]!;
    });
    return figures;
  };
  const estimates = runToEnd(bootstrapEstimates(questions.users.length, statistics, RESAMPLES));
  const qualityOf = (name: Model) =>
    Object.fromEntries(
      LIST_FIGURES.map((figure) => [
        figure,
        estimateOf(estimates(keyOf(name, figure)), KINDS[figure]),
      ]),
    ) as ListQuality;
  return {
    quality: Object.fromEntries(names.map((name) => [name, qualityOf(name)])) as Record<
      Model,
      ListQuality
    >,
    differences: differences.map((_, d) => estimateOf(estimates(`difference ${d}`), 'mean')),
  };
}

function keyOf(model: string, figure: ListFigure): string {
  return `${model} ${figure}`;
}

/** The mean of a mean's draws is the mean itself: only the others are centred. */
function estimateOf({ bias, ...estimate }: BiasedEstimate, kind: 'mean' | 'reach'): Estimate {
  return kind === 'mean' ? estimate : centredShare({ ...estimate, bias });
}

function measure(lists: Lists, { wanted }: Questions): Measured {
  const each = (of: (list: ArrayLike<number>, wanted: ReadonlySet<number>) => number) =>
    Float64Array.from(lists, (list, place) => of(list, wanted[place]!));
  return {
    ndcg: each((list, of) => ndcgAt(LIST_LENGTH, list, of)),
    recall: each((list, of) => recallAt(LONG_LIST, list, of)),
    lists,
  };
}

function meanOf(values: Float64Array, drawn: readonly number[]): number {
  let sum = 0;
  for (const user of drawn) sum += values[user]!;
  return sum / drawn.length;
}

/** How many of the lists hold each item. */
function exposuresOf(lists: Lists, drawn: readonly number[], items: number): Float64Array {
  const counts = new Float64Array(items);
  for (const user of drawn) {
    const list = lists[user]!;
    for (let place = 0; place < Math.min(LIST_LENGTH, list.length); place++)
      counts[list[place]!]!++;
  }
  return counts;
}
