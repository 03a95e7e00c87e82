/**
 * Quantile of Student's t by the expansion of Cornish and Fisher: Abramowitz & Stegun, Handbook of Mathematical Functions,
 * 1964, 26.7.5. To within 1 % of the tables for three degrees of freedom and more at 97.5 %.
 *
 * @param normal the same quantile of the standard normal distribution, e.g. 1.96 for 97.5 %
 * @param freedom degrees of freedom, >= 1; need not be whole
 */
export function studentQuantile(normal: number, freedom: number): number {
  const z = normal;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
