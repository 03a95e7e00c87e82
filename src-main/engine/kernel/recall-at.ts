/**
 * Share of what is wanted that stands among the first k: Manning, Raghavan & Schutze, Introduction to Information Retrieval,
 * 2008, section 8.3.
 *
 * @param ranked best first
 * @param wanted not empty
 * @returns 0..1
 */
export function recallAt(
  k: number,
  ranked: ArrayLike<number>,
  wanted: ReadonlySet<number>,
): number {
  let found = 0;
  for (let place = 0; place < Math.min(k, ranked.length); place++)
    if (wanted.has(ranked[place]!)) found++;
  return found / wanted.size;
}
