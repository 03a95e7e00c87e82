import { runToEnd } from './run-to-end';
import { dotRows } from './vector-rows';

export interface RetrievalScores {
  /** 1 where the nearest other item is of the same group, else 0; NaN where there is nothing to find. */
  precisionAt1: Float64Array;
  /** 0..1; NaN where there is nothing to find. */
  averagePrecision: Float64Array;
}

/**
 * Leave-one-out retrieval: each item asks for its like among all others that have a group. Average precision is the
 * mean, over the items of its group, of the precision down to their rank: Manning et al., Introduction to
 * Information Retrieval, 2008, section 8.4. Items without a group, or alone in it, ask nothing.
 *
 * @param data row-major unit vectors, `groups.length` x `dim`
 * @param groups of each item, null where it is not known
 */
export function leaveOneOutRetrieval(
  data: Float32Array,
  dim: number,
  groups: readonly (string | null)[],
): RetrievalScores {
  return runToEnd(retrievalQueries(data, dim, groups));
}

/** {@link leaveOneOutRetrieval} a query at a time; yields how many are done. */
export function* retrievalQueries(
  data: Float32Array,
  dim: number,
  groups: readonly (string | null)[],
): Generator<number, RetrievalScores, void> {
  const precisionAt1 = new Float64Array(groups.length).fill(Number.NaN);
  const averagePrecision = new Float64Array(groups.length).fill(Number.NaN);
  const candidates = groups.flatMap((group, i) => (group === null ? [] : [i]));
  const similarity = new Float64Array(groups.length);
  for (const [asked, query] of candidates.entries()) {
    yield asked;
    for (const i of candidates) similarity[i] = dotRows(data, query, data, i, dim);
    const ranked = candidates
      .filter((i) => i !== query)
      .sort((a, b) => similarity[b]! - similarity[a]!);
    const found = ranked.map((i) => groups[i] === groups[query]);
    if (!found.includes(true)) continue;
    precisionAt1[query] = Number(found[0]);
    averagePrecision[query] = averagePrecisionOf(found);
  }
  return { precisionAt1, averagePrecision };
}

function averagePrecisionOf(found: readonly boolean[]): number {
  let hits = 0;
  let sum = 0;
  found.forEach((hit, rank) => {
    if (hit) sum += ++hits / (rank + 1);
  });
  return sum / hits;
}
