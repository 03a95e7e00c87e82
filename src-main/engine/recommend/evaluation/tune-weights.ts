import { ndcgAt } from '../../kernel/ndcg';
import { seededRandom } from '../../kernel/random';
import { mean } from '../../kernel/statistics';
import { topRanked } from '../../kernel/top-ranked';
import { standardScores } from '../collaborative/blend';
import { historyOf, rowOf } from '../collaborative/interactions';
import type { Scorer } from '../collaborative/scorer';
import { LIST_LENGTH, type Questions } from './rank-users';

/** What every model thinks of the items that might come to the top of a user's list. */
interface Pool {
  items: Uint32Array;
  /** One array a model, by place in `items`. */
  scores: Float64Array[];
  wanted: ReadonlySet<number>;
}

/** An item that is among the first so many of no model does not come to the top of a blend of them. */
const POOL_OF_EACH = 60;
/** Per generation. */
const DRAWS = 200;
/** How much of each mixture is that of the best so far, by generation. */
const CLOSENESS = [0, 0.5, 0.75];
/** The best of one draw owes much to luck; the mean of so many is a steadier guide. */
const KEPT = 20;
const SEED = 5;

/**
 * Weights of a blend (see `blendOf`) for a high NDCG@10, by the cross-entropy method: seeded draws of mixtures, first of all,
 * then ever closer to the mean of the best so far. Rubinstein, The cross-entropy method for combinatorial and continuous
 * optimization, 1999.
 *
 * @returns one weight a part, >= 0, of sum 1
 */
export function tuneWeights(parts: readonly Scorer[], questions: Questions): number[] {
  const pools = poolsOf(parts, questions);
  const random = seededRandom(SEED);
  let best: { weights: number[]; value: number }[] = [];
  let centre = parts.map(() => 1 / parts.length);
  for (const closeness of CLOSENESS) {
    const drawn = Array.from({ length: DRAWS }, () => {
      const other = drawMixture(parts.length, random);
      const weights = other.map((own, p) => closeness * centre[p]! + (1 - closeness) * own);
      return { weights, value: meanNdcgOf(pools, weights) };
    });
    best = [...best, ...drawn].sort((a, b) => b.value - a.value).slice(0, KEPT);
    centre = parts.map((_, p) => mean(best.map(({ weights }) => weights[p]!)));
  }
  return centre;
}

/** Exponentials over their sum are spread evenly over all mixtures. */
function drawMixture(count: number, random: () => number): number[] {
  const drawn = Array.from({ length: count }, () => -Math.log(1 - random()));
  const total = drawn.reduce((sum, weight) => sum + weight, 0);
  return drawn.map((weight) => weight / total);
}

function poolsOf(parts: readonly Scorer[], questions: Questions): Pool[] {
  const { signals, wanted } = questions;
  const scores = parts.map(() => new Float64Array(signals.liked.items));
  return questions.users.map((user, place) => {
    const items = new Set<number>();
    parts.forEach((part, p) => {
      standardScores(part, historyOf(signals, user), scores[p]!);
      for (const item of rowOf(signals.met, user)) scores[p]![item] = -Infinity;
      for (const item of topRanked(scores[p]!, POOL_OF_EACH)) items.add(item);
    });
    const pool = Uint32Array.from(items).sort();
    const of = scores.map((all) => Float64Array.from(pool, (item) => all[item]!));
    return { items: pool, scores: of, wanted: wanted[place]! };
  });
}

function meanNdcgOf(pools: readonly Pool[], weights: readonly number[]): number {
  let sum = 0;
  for (const { items, scores, wanted } of pools) {
    const mixed = new Float64Array(items.length);
    weights.forEach((weight, p) => {
      const of = scores[p]!;
      for (let i = 0; i < mixed.length; i++) mixed[i]! += weight * of[i]!;
    });
    const list = topRanked(mixed, LIST_LENGTH).map((i) => items[i]!);
    sum += ndcgAt(LIST_LENGTH, list, wanted);
  }
  return sum / Math.max(pools.length, 1);
}
