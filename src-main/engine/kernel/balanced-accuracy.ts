import { mean } from './statistics';

/**
 * Mean recall of the classes that occur, so that a rare one counts as much as a common one: Brodersen et al., The
 * Balanced Accuracy and Its Posterior Distribution, ICPR 2010, section 2.
 *
 * @param confusion counts, one row for each true class
 * @returns 0..1; NaN of nothing
 */
export function balancedAccuracy(confusion: readonly (readonly number[])[]): number {
  const recalls = confusion.flatMap((row, i) => {
    const size = row.reduce((sum, count) => sum + count, 0);
    return size > 0 ? [row[i]! / size] : [];
  });
  return recalls.length > 0 ? mean(recalls) : Number.NaN;
}
