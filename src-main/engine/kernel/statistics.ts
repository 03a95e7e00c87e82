/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length > 0 ? sum / values.length : 0;
}

/** Standard deviation of the whole population (divisor n); 0 of fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return values.length > 1 ? Math.sqrt(sum / values.length) : 0;
}

/**
 * Quantile with linear interpolation between the two nearest ranks: Hyndman & Fan, Sample Quantiles in
 * Statistical Packages, 1996, definition 7.
 *
 * @param values in any order; NaN of nothing
 * @param q 0..1
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), q);
}

/** As {@link quantile}, for values already in ascending order. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
  const below = Math.floor(rank);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (upper - lower) * (rank - below);
}

/** Share of the values that are lower, equal ones counted half, 0..100; 50 of nothing. */
export function percentileRank(values: ArrayLike<number>, value: number): number {
  let score = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i]!;
    if (other < value) score += 1;
    else if (other === value) score += 0.5;
  }
  return values.length > 0 ? (100 * score) / values.length : 50;
}

/** Distances from the mean in standard deviations; all 0 where nothing varies. */
export function zScores(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  const spread = standardDeviation(values);
  return Float64Array.from(values, (value) => (spread > 0 ? (value - centre) / spread : 0));
}
