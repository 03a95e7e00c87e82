/**
 * Normalised discounted cumulative gain of a ranking at k, with gains of 0 and 1: Jarvelin & Kekalainen, Cumulated
 * gain-based evaluation of IR techniques, TOIS 2002. The ideal holds `min(k, wanted)` hits.
 *
 * @param ranked best first; only the first k count
 * @param wanted not empty
 * @returns 0..1
 */
export function ndcgAt(k: number, ranked: ArrayLike<number>, wanted: ReadonlySet<number>): number {
  let gain = 0;
  for (let place = 0; place < Math.min(k, ranked.length); place++)
    if (wanted.has(ranked[place]!)) gain += discountAt(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(k, wanted.size); place++) ideal += discountAt(place);
  return gain / ideal;
}

/** Weight of a place, 0 being the first: `1 / log2(place + 2)`. */
export function discountAt(place: number): number {
  return 1 / Math.log2(place + 2);
}
