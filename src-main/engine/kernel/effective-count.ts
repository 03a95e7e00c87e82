/**
 * How many observations of equal weight say as much as these: `(sum w)^2 / sum w^2`. Kish, Survey Sampling, 1965, section 11.2.
 *
 * @param weights >= 0
 * @returns 0 where there is no weight
 */
export function effectiveCount(weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    squares += weights[i]! ** 2;
  }
  return squares > 0 ? sum ** 2 / squares : 0;
}
