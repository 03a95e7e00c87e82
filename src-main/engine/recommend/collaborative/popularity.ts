import { countsOf, type Interactions } from './interactions';
import type { Scorer } from './scorer';

/** How many chose an item, the same for everybody: the baseline that a recommender has to beat. */
export function fitPopularity(matrix: Interactions): Scorer {
  const counts = Float64Array.from(countsOf(matrix));
  return { score: (_history, out) => out.set(counts) };
}
