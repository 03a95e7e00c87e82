import { positiveDefiniteInverse } from './positive-definite-inverse';

/**
 * EASE in closed form: the item-item weights that rebuild every row of X from its other entries best, `min |X - X B|^2 +
 * sum of ridge_i B_ij^2` with a diagonal of zeros; `B = I - P / diag(P)`, `P = (X'X + diag(ridge))^-1`. Steck,
 * Embarrassingly shallow autoencoders for sparse data, WWW 2019, section 3.1; with a ridge for each item: Steck,
 * Autoencoders that don't overfit towards the identity, NeurIPS 2020, section 3.
 *
 * @param gram X'X, n x n
 * @param ridge n numbers > 0
 * @returns n x n; row i holds what an item i in the history adds to every item
 */
export function easeWeights(gram: Float64Array, ridge: ArrayLike<number>): Float64Array {
  const n = ridge.length;
  const ridged = gram.slice();
  for (let i = 0; i < n; i++) ridged[i * n + i]! += ridge[i]!;
  const weights = positiveDefiniteInverse(ridged, n);
  const diagonal = Float64Array.from({ length: n }, (_, i) => weights[i * n + i]!);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      weights[i * n + j] = i === j ? 0 : -weights[i * n + j]! / diagonal[j]!;
  return weights;
}
