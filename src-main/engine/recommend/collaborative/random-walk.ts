import { countsOf, transposed, type Interactions } from './interactions';
import { fitNeighbours } from './neighbours';
import type { Scorer } from './scorer';

export interface RandomWalkOptions {
  neighbours: number;
  /** Power of the chance of each step, > 0; 1 is the plain walk. */
  alpha: number;
  /** How strongly the goal's popularity is discounted: 0 not at all, 1 wholly. */
  beta: number;
}

/**
 * RP3beta: three steps of a random walk from the user over items and users to an item, discounted by how popular that
 * item is. Paudel et al., Updatable, accurate, diverse and scalable recommendations for interactive applications, ACM TiiS
 * 2017, section 4.
 */
export function fitRandomWalk(matrix: Interactions, options: RandomWalkOptions): Scorer {
  const { neighbours, alpha, beta } = options;
  const byItem = transposed(matrix);
  const popularity = countsOf(matrix);
  return fitNeighbours({
    byItem,
    byUser: matrix,
    userWeight: Float64Array.from(countsOf(byItem), (count) => Math.max(count, 1) ** -alpha),
    likeness: (together, item, other) =>
      together / (popularity[other]! ** alpha * popularity[item]! ** beta),
    neighbours,
  });
}
