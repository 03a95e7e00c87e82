/**
 * Accuracy among the share of items that one is surest of: one minus the selective risk of El-Yaniv & Wiener, On the
 * Foundations of Noise-free Selective Classification, JMLR 2010, section 2.
 *
 * @param confidences the higher, the surer; of equal ones the earlier counts as surer
 * @param right 1 where the answer was right, else 0
 * @param coverages shares 0..1; of each the nearest whole number of items is taken, at least one
 * @returns one accuracy 0..1 a coverage; NaN of nothing
 */
export function accuracyAtCoverage(
  confidences: ArrayLike<number>,
  right: ArrayLike<number>,
  coverages: readonly number[],
): number[] {
  const order = Array.from(confidences, (_, i) => i).sort(
    (a, b) => confidences[b]! - confidences[a]!,
  );
  const rightUpTo = new Float64Array(order.length + 1);
  order.forEach((item, k) => (rightUpTo[k + 1] = rightUpTo[k]! + right[item]!));
  return coverages.map((coverage) => {
    const taken = Math.max(1, Math.round(coverage * order.length));
    return (rightUpTo[taken] ?? Number.NaN) / taken;
  });
}
