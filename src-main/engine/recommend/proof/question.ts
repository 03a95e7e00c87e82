import { PROOF_PLACES } from '../../../contract';
import { ndcgAt } from '../../kernel/ndcg';
import { seededRandom } from '../../kernel/random';
import { expectedGain, type ExpectedGain } from '../../kernel/tied-place';
import { topRanked } from '../../kernel/top-ranked';

/** What one method makes of one work held back. */
export interface MethodAnswer extends ExpectedGain {
  /** Table rows, best first. */
  list: readonly number[];
}

/** One work held back, and the works among which it has to be found. */
export interface Question {
  /** Table row. */
  held: number;
  /** Table rows of works without an opinion, and the one held back. */
  open: Uint32Array;
}

/** A list that was made elsewhere. */
export function answerOfList(list: readonly number[], { held }: Question): MethodAnswer {
  const first = list.slice(0, PROOF_PLACES);
  return {
    list: first,
    recall: Number(first.includes(held)),
    ndcg: ndcgAt(PROOF_PLACES, first, new Set([held])),
  };
}

/**
 * A list by scores, equal ones in an order of chance: a method that tells nothing apart is worth what chance is worth.
 *
 * @param scoreOf of a table row, higher is better
 */
export function answerByScore(
  scoreOf: (row: number) => number,
  { held, open }: Question,
  seed: number,
): MethodAnswer {
  const random = seededRandom(seed);
  const shuffled = shuffle(open, random);
  const scores = Float64Array.from(shuffled, scoreOf);
  const own = scoreOf(held);
  let higher = 0;
  let tied = 0;
  for (const score of scores) {
    if (score > own) higher++;
    else if (score === own) tied++;
  }
  const list = [...topRanked(scores, PROOF_PLACES)].map((at) => shuffled[at]!);
  return { list, ...expectedGain(PROOF_PLACES, higher, Math.max(1, tied)) };
}

/** Fisher & Yates, in the form of Durstenfeld, Algorithm 235, 1964. */
function shuffle(rows: Uint32Array, random: () => number): Uint32Array {
  const shuffled = rows.slice();
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
