/**
 * The k highest of many scores; of equal ones the lower number comes first.
 *
 * @param scores -Infinity leaves an item out
 * @returns item numbers, highest first; fewer than k where fewer are left in
 */
export function topRanked(scores: ArrayLike<number>, k: number): Uint32Array {
  const best = new Uint32Array(k);
  let count = 0;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item]!;
    if (score === -Infinity || Number.isNaN(score)) continue;
    if (count === k && score <= scores[best[k - 1]!]!) continue;
    let place = count < k ? count++ : k - 1;
    while (place > 0 && scores[best[place - 1]!]! < score) {
      best[place] = best[place - 1]!;
      place--;
    }
    best[place] = item;
  }
  return best.subarray(0, count);
}
