import { quotaOf } from './quota';

export interface MarginalRelevanceOptions {
  /** How wanted each candidate is, larger is better; on the scale of `similarity`. */
  relevance: ArrayLike<number>;
  /** How alike two candidates are, e.g. their cosine; symmetric. */
  similarity: (i: number, j: number) => number;
  /** 1 looks at relevance alone, 0 at novelty alone. */
  lambda: number;
  /** How many to choose at most. */
  count: number;
  /** To which group a candidate belongs, and how many of that group to choose at most; no limits when left out. */
  groups?: { of: (i: number) => number; most: (group: number) => number };
}

/**
 * Chooses candidates one by one, each the best mixture of relevant and unlike what is chosen already:
 * `argmax lambda * relevance(i) - (1 - lambda) * max_j similarity(i, j)`. Carbonell & Goldstein, The use of
 * MMR, diversity-based reranking, SIGIR 1998, section 2. Of equals the first is taken. Once as many of a group are chosen as
 * there may be, the rest of it is passed over.
 *
 * @returns candidate numbers in the order of choice
 */
export function maximalMarginalRelevance(options: MarginalRelevanceOptions): number[] {
  const { relevance, similarity, lambda, count, groups } = options;
  const likeness = new Float64Array(relevance.length).fill(-Infinity);
  const open = new Set(Array.from({ length: relevance.length }, (_, i) => i));
  const chosen: number[] = [];
  const takePlace = groups && quotaOf(groups.most);
  while (chosen.length < count && open.size > 0) {
    const next = bestOf(open, relevance, likeness, lambda);
    open.delete(next);
    if (takePlace && !takePlace(groups.of(next))) continue;
    chosen.push(next);
    for (const i of open) likeness[i] = Math.max(likeness[i]!, similarity(i, next));
  }
  return chosen;
}

function bestOf(
  open: ReadonlySet<number>,
  relevance: ArrayLike<number>,
  likeness: Float64Array,
  lambda: number,
): number {
  let best = -1;
  let highest = -Infinity;
  for (const i of open) {
    const penalty = likeness[i] === -Infinity ? 0 : (1 - lambda) * likeness[i]!;
    const score = lambda * relevance[i]! - penalty;
    if (best < 0 || score > highest) [best, highest] = [i, score];
  }
  return best;
}
