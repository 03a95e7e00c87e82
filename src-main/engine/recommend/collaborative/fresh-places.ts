import { topRanked } from '../../kernel/top-ranked';

export interface FreshPlaces {
  /** Length of the list. */
  length: number;
  /** The last so many places may go to something that was not shown yet. */
  places: number;
  /** How much less an item may score, in deviations of the blend, and still be preferred for not having been shown; 0 changes nothing. */
  strength: number;
}

/**
 * A list whose first places go to the best and whose last ones prefer what was shown in no list before, so that the whole
 * catalogue gets its chance while what matters most stays where it is. An exposure-aware rerank: the idea of Adomavicius &
 * Kwon, Improving aggregate recommendation diversity using ranking-based techniques, TKDE 2012, with the lists given so
 * far in the place of popularity.
 *
 * @param ranked items that come into question, best first
 * @param scores of those, on one scale for all lists
 * @param shown items of earlier lists; those of this one are added
 */
export function withFreshPlaces(
  ranked: ArrayLike<number>,
  scores: ArrayLike<number>,
  shown: Set<number>,
  { length, places, strength }: FreshPlaces,
): number[] {
  const kept = Math.min(length - places, ranked.length);
  const rest = Float64Array.from({ length: ranked.length }, (_, i) => {
    if (i < kept) return -Infinity;
    return scores[i]! + (shown.has(ranked[i]!) ? 0 : strength);
  });
  const list = Array.from({ length: kept }, (_, i) => ranked[i]!);
  for (const i of topRanked(rest, places)) list.push(ranked[i]!);
  for (const item of list) shown.add(item);
  return list;
}
