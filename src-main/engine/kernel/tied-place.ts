import { discountAt } from './ndcg';

export interface ExpectedGain {
  /** Chance of standing among the first k. */
  recall: number;
  /** Expected NDCG at k, this being all that is wanted. */
  ndcg: number;
}

/**
 * What one wanted item is worth in a list whose ties are broken by chance: McSherry & Najork, Computing information retrieval
 * performance measures efficiently in the presence of tied scores, ECIR 2008, for a single relevant item.
 *
 * @param higher items with a higher score
 * @param tied items with the same score, this one among them; >= 1
 */
export function expectedGain(k: number, higher: number, tied: number): ExpectedGain {
  const last = Math.min(k, higher + tied);
  let ndcg = 0;
  for (let place = higher; place < last; place++) ndcg += discountAt(place) / tied;
  return { recall: Math.max(0, last - higher) / tied, ndcg };
}
