import { listwiseWeights, type ChoiceGroup } from '../../kernel/listwise-weights';
import { topRanked } from '../../kernel/top-ranked';
import { standardScores } from '../collaborative/blend';
import { historyOf, rowOf } from '../collaborative/interactions';
import type { Scorer } from '../collaborative/scorer';
import type { Questions } from './rank-users';

/** An item that is among the first so many of no model does not come to the top of a blend of them. */
const POOL_OF_EACH = 60;

/**
 * Weights of a blend (see `blendOf`) under which what is wanted is likeliest to be picked from the best of all models: see
 * `listwiseWeights`. It uses every wanted item that some model comes near to, where NDCG@10 hears only of the few in ten
 * places, and is therefore misled less by chance.
 *
 * @returns one weight a part, >= 0, of sum 1; all alike where nothing wanted is in reach
 */
export function tuneWeights(parts: readonly Scorer[], questions: Questions): number[] {
  const weights = listwiseWeights(groupsOf(parts, questions), parts.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from(weights, (weight) => (total > 0 ? weight / total : 1 / parts.length));
}

function groupsOf(parts: readonly Scorer[], { signals, users, wanted }: Questions): ChoiceGroup[] {
  const scores = parts.map(() => new Float64Array(signals.liked.items));
  const groups = users.map((user, place) => {
    const items = new Set<number>();
    parts.forEach((part, p) => {
      standardScores(part, historyOf(signals, user), scores[p]!);
      for (const item of rowOf(signals.met, user)) scores[p]![item] = -Infinity;
      for (const item of topRanked(scores[p]!, POOL_OF_EACH)) items.add(item);
    });
    const pool = Uint32Array.from(items).sort();
    const features = scores.map((all) => Float64Array.from(pool, (item) => all[item]!));
    const chosen = Array.from(pool.keys()).filter((i) => wanted[place]!.has(pool[i]!));
    return { features, chosen };
  });
  return groups.filter(({ chosen }) => chosen.length > 0);
}
