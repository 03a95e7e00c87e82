/**
 * Expected calibration error over bins of equal mass: `sum_b n_b / n * |accuracy_b - confidence_b|`.
 * Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015, section 2; bins of equal
 * mass after Nixon et al., Measuring Calibration in Deep Learning, CVPR Workshops 2019, section 3.
 *
 * @param confidences 0..1, probability of the answer given
 * @param right 1 where that answer was right, else 0
 * @returns 0..1; NaN of nothing
 */
export function expectedCalibrationError(
  confidences: ArrayLike<number>,
  right: ArrayLike<number>,
  bins = 15,
): number {
  const n = confidences.length;
  if (n === 0) return Number.NaN;
  const order = Array.from(confidences, (_, i) => i).sort(
    (a, b) => confidences[a]! - confidences[b]!,
  );
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const end = Math.floor(((bin + 1) * n) / bins);
    let gap = 0;
    for (let k = Math.floor((bin * n) / bins); k < end; k++)
      gap += right[order[k]!]! - confidences[order[k]!]!;
    error += Math.abs(gap) / n;
  }
  return error;
}
