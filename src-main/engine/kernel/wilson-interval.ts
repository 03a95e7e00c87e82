/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/**
 * 95 % score interval of a proportion: Wilson, 'Probable inference, the law of succession, and statistical inference',
 * JASA 22, 1927. Unlike the interval of the normal approximation it stays within 0..1 and is honest for few trials.
 *
 * @param successes 0..trials
 * @param trials at least 1, taken as independent
 * @throws RangeError when the counts are impossible
 */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  if (!(trials >= 1 && successes >= 0 && successes <= trials))
    throw new RangeError(`Expected 0 <= ${successes} <= ${trials}, and at least one trial`);
  const p = successes / trials;
  const whole = 1 + Z ** 2 / trials;
  const centre = (p + Z ** 2 / (2 * trials)) / whole;
  const half = (Z / whole) * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2));
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
  };
}
