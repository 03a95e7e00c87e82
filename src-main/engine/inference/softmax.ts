/**
 * Softmax with temperature: `p_i = exp(z_i / T) / sum_j exp(z_j / T)`, computed from the largest
 * logit down so that it never overflows. One temperature fitted on held-out data calibrates a
 * classifier: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 4.2.
 *
 * @param logits any length above zero, finite
 * @param temperature above zero; 1 leaves the probabilities as trained
 * @returns probabilities that sum to 1
 */
export function softmax(logits: ArrayLike<number>, temperature: number): Float64Array {
  const scaled = Float64Array.from(logits, (logit) => logit / temperature);
  const largest = scaled.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = scaled.map((value) => Math.exp(value - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
