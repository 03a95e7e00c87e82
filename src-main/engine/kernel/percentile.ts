/** How many of the ascending values are lower than this one; binary search. */
function countBelow(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Share of the other works with a lower value, 0..100, for one of the values itself.
 *
 * @param sorted all values in ascending order, this one among them
 * @returns 0 for the lowest, 100 for the highest, 50 where there is no other
 */
export function percentileAmong(sorted: ArrayLike<number>, value: number): number {
  const others = sorted.length - 1;
  return others > 0 ? Math.min(100, (100 * countBelow(sorted, value)) / others) : 50;
}
