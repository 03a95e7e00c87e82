import { countsOf, transposed, type Interactions } from './interactions';
import { fitNeighbours } from './neighbours';
import type { Scorer } from './scorer';

export interface ItemKnnOptions {
  /** How many neighbours of each item count. */
  neighbours: number;
  /** Added to the denominator, so that a likeness that rests on few users stays small. */
  shrinkage: number;
  /** 0 counts every user alike, 1 in inverse proportion to the logarithm of how much they chose (TF-IDF of the user). */
  rarity: number;
}

/**
 * Item-kNN: the cosine of two items' columns, `together / (|a| |b| + shrinkage)`. Sarwar et al., Item-based collaborative
 * filtering recommendation algorithms, WWW 2001; shrinkage: Bell & Koren, Improved neighborhood-based collaborative
 * filtering, KDD Cup 2007; inverse user frequency: Breese, Heckerman & Kadie, Empirical analysis of predictive
 * algorithms, UAI 1998, section 2.1.2.
 */
export function fitItemKnn(matrix: Interactions, options: ItemKnnOptions): Scorer {
  const byItem = transposed(matrix);
  const chosen = countsOf(byItem);
  const userWeight = Float64Array.from(
    chosen,
    (count) => Math.log(1 + matrix.items / Math.max(count, 1)) ** (2 * options.rarity),
  );
  const norms = Float64Array.from({ length: matrix.items }, (_, item) => {
    let sum = 0;
    for (let at = byItem.rowStart[item]!; at < byItem.rowStart[item + 1]!; at++)
      sum += userWeight[byItem.columns[at]!]!;
    return Math.sqrt(sum);
  });
  return fitNeighbours({
    byItem,
    byUser: matrix,
    userWeight,
    likeness: (together, item, other) =>
      together / (norms[item]! * norms[other]! + options.shrinkage),
    neighbours: options.neighbours,
  });
}
