/**
 * Gini coefficient of how evenly something is shared out: 0 when all have the same, `(n - 1) / n` when one has everything.
 * `sum((2 i - n - 1) x_i) / (n sum(x))` over ascending values, i from 1: Dixon et al., Bootstrapping the Gini coefficient
 * of inequality, Ecology 1987.
 *
 * @param amounts >= 0; 0 is returned where all are 0
 */
export function gini(amounts: ArrayLike<number>): number {
  const sorted = Float64Array.from(amounts).sort();
  const n = sorted.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < n; i++) {
    sum += sorted[i]!;
    weighted += (2 * (i + 1) - n - 1) * sorted[i]!;
  }
  return sum > 0 ? weighted / (n * sum) : 0;
}
