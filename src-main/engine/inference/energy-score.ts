/**
 * Energy score `-T * ln(sum_j exp(z_j / T))`: low where a classifier has seen similar data, high far
 * from all training data. Liu et al., Energy-based Out-of-distribution Detection, NeurIPS 2020, eq. 4.
 *
 * @param logits any length above zero, finite
 * @param temperature above zero
 */
export function energyScore(logits: ArrayLike<number>, temperature: number): number {
  const scaled = Float64Array.from(logits, (logit) => logit / temperature);
  const largest = scaled.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = scaled.reduce((total, value) => total + Math.exp(value - largest), 0);
  return -temperature * (largest + Math.log(sum));
}
