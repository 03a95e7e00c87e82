import { topRanked } from '../../kernel/top-ranked';
import { withFreshPlaces } from '../collaborative/fresh-places';
import type { Scorer } from '../collaborative/scorer';
import { eachRanking, LIST_LENGTH, meanNdcg, type Questions } from './rank-users';

/** The best of a user, from which a list is made. */
interface Ranking {
  items: Uint32Array;
  scores: Float64Array;
}

/** Something further down is too far from anybody's taste to be a pleasant surprise. */
const REACH = 300;
const FRESH_PLACES = 3;
const STRENGTHS = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5, 8];
/** Share of NDCG@10 that the slider may cost at its end; a point below what is asked, for what chance may do. */
const MOST_LOST = 0.02;

export function rankingsOf(scorer: Scorer, questions: Questions): Ranking[] {
  const rankings: Ranking[] = [];
  eachRanking(scorer, questions, (scores) => {
    const items = topRanked(scores, REACH).slice();
    rankings.push({ items, scores: Float64Array.from(items, (item) => scores[item]!) });
  });
  return rankings;
}

/**
 * Lists with the slider towards 'surprising': see `withFreshPlaces`, user after user. What stands in the first places of
 * anybody's list counts as shown from the start.
 *
 * @param length further places go on by score
 */
export function surprisingLists(
  rankings: readonly Ranking[],
  strength: number,
  length: number = LIST_LENGTH,
): number[][] {
  const kept = LIST_LENGTH - FRESH_PLACES;
  const shown = new Set(rankings.flatMap(({ items }) => [...items.subarray(0, kept)]));
  const fresh = { length: LIST_LENGTH, places: FRESH_PLACES, strength };
  return rankings.map(({ items, scores }) => {
    const list = withFreshPlaces(items, scores, shown, fresh);
    const others = items.filter((item) => !list.includes(item));
    return [...list, ...others.subarray(0, length - list.length)];
  });
}

/** What the slider means at its end: the largest strength up to which no step costs more NDCG@10 than {@link MOST_LOST}. */
export function tuneStrength(scorer: Scorer, questions: Questions): number {
  const rankings = rankingsOf(scorer, questions);
  const ndcgs = STRENGTHS.map((it) => meanNdcg(surprisingLists(rankings, it), questions));
  const beyond = ndcgs.findIndex((ndcg) => ndcg < (1 - MOST_LOST) * ndcgs[0]!);
  return STRENGTHS.at(beyond < 0 ? -1 : beyond - 1)!;
}
