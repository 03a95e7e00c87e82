/**
 * How far apart two stretches of a series lie: the distance of their means over the root mean square distance of the
 * rows from their own mean (the multivariate form of Cohen's d).
 *
 * @param points rows of `dim` numbers
 * @param from first row of the first stretch
 * @param at first row of the second stretch
 * @param to row after the second stretch
 * @returns >= 0; at most 1000, where the rows within do not vary
 */
export function meanShiftGap(
  points: Float32Array,
  dim: number,
  from: number,
  at: number,
  to: number,
): number {
  let gap = 0;
  let within = 0;
  for (let d = 0; d < dim; d++) {
    const before = columnMean(points, dim, d, from, at);
    const after = columnMean(points, dim, d, at, to);
    gap += (before - after) ** 2;
    for (let i = from; i < to; i++)
      within += (points[i * dim + d]! - (i < at ? before : after)) ** 2 / (to - from);
  }
  return gap > 0 ? Math.sqrt(gap / Math.max(within, gap * 1e-6)) : 0;
}

function columnMean(
  points: Float32Array,
  dim: number,
  d: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += points[i * dim + d]!;
  return to > from ? sum / (to - from) : 0;
}
