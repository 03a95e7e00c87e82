/**
 * How often each true class (row) was answered with each class (column).
 *
 * @param truth class of each item, 0 to `classes` - 1
 * @param answers as many, the same numbering
 */
export function confusionCounts(
  truth: ArrayLike<number>,
  answers: ArrayLike<number>,
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < truth.length; i++) counts[truth[i]!]![answers[i]!]!++;
  return counts;
}
