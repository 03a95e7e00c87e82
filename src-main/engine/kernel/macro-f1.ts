import { mean } from './statistics';

/**
 * Mean over the classes that occur of `F1 = 2 TP / (2 TP + FP + FN)`: Sokolova & Lapalme, A Systematic Analysis of
 * Performance Measures for Classification Tasks, 2009, table 3, as the mean of each class's own F1.
 *
 * @param confusion counts, one row for each true class, one column for each answer
 * @returns 0..1; NaN of nothing
 */
export function macroF1(confusion: readonly (readonly number[])[]): number {
  const scores = confusion.flatMap((row, i) => {
    const occurs = row.reduce((sum, count) => sum + count, 0);
    const answered = confusion.reduce((sum, other) => sum + other[i]!, 0);
    return occurs > 0 ? [(2 * row[i]!) / (occurs + answered)] : [];
  });
  return scores.length > 0 ? mean(scores) : Number.NaN;
}
