import { countsOf, type Interactions } from './interactions';
import type { Scorer } from './scorer';

/**
 * How little an item is chosen, on a logarithmic scale. Alone it is of no use; in a blend it takes back what all models of
 * co-occurrence give to whatever is popular anyway.
 */
export function fitRarity(matrix: Interactions): Scorer {
  const rarity = Float64Array.from(countsOf(matrix), (count) => -Math.log(1 + count));
  return { score: (_history, out) => out.set(rarity) };
}
