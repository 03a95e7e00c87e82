const CLOSE = 15;
const TELLING = 20;

/**
 * The column in which two works agree most: nearly the same percentile, and far from the middle, where agreement would
 * say nothing.
 *
 * @param a percentiles of one work, 0..100
 * @param b percentiles of the other, in the same order
 * @returns the column, or -1 where none is both
 */
export function sharedColumn(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let best = -1;
  let highest = 0;
  for (let column = 0; column < a.length; column++) {
    const gap = Math.abs(a[column]! - b[column]!);
    const distinction = Math.abs((a[column]! + b[column]!) / 2 - 50);
    const strength = distinction * (1 - gap / 100);
    if (gap <= CLOSE && distinction >= TELLING && strength > highest)
      [best, highest] = [column, strength];
  }
  return best;
}

/**
 * Columns in which a work is extreme, most extreme first.
 *
 * @param least how far from the middle a percentile must be, 0..50
 */
export function extremeColumns(ranks: ArrayLike<number>, least: number): number[] {
  return Array.from(ranks, (rank, column) => ({ column, away: Math.abs(rank - 50) }))
    .filter(({ away }) => away >= least)
    .sort((a, b) => b.away - a.away || a.column - b.column)
    .map(({ column }) => column);
}
