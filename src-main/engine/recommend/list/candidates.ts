import { evenlySpaced } from '../../kernel/evenly-spaced';
import { quantile } from '../../kernel/statistics';
import { topRanked } from '../../kernel/top-ranked';
import type { WorkTable } from '../../storage/work-table';
import { contentScore, type ContentModel } from '../content/content-model';
import { measuredRowsOf } from '../profile/taste-vector';
import type { Taste } from '../taste';

/** A work that may be suggested. */
export interface Candidate {
  row: number;
  /** About 1 for what is liked, 0 for the library's mean. */
  affinity: number;
}

export function mostWantedFirst(a: Candidate, b: Candidate): number {
  return b.affinity - a.affinity || a.row - b.row;
}

/** What a list is made from; nothing in it that the person has an opinion of. */
export interface Candidates {
  /** The most wanted works, most wanted first. */
  best: Candidate[];
  /** Works of the half of the library that the taste draws least, in the order of the table. */
  far: Candidate[];
  /** Works from all over the library, most wanted first, by the scores as they came: worked out when asked for. */
  spread: () => Candidate[];
}

/** So many that works of styles which do not crowd the list are found below those of one that does. */
export const BEST = 4000;
/** So many more are looked at in full precision, so that rounding hides none of the best. */
const MARGIN = 16;
const FAR = 400;
const SPREAD = 2000;
const FAR_SHARE = 0.5;
/** Works by which the border between the halves is found. */
const MOST_SAMPLED = 5000;

/**
 * Chooses from the whole library by its scores.
 *
 * @param scores one a row of the table, by `contentScores` or `scoreLibrary`
 */
export function candidatesFrom(
  table: WorkTable,
  taste: Pick<Taste, 'judged'>,
  model: ContentModel,
  scores: ArrayLike<number>,
): Candidates {
  const open = measuredRowsOf(table).filter((row) => !taste.judged.has(table.ids[row]!));
  const own = scoresOf(open, scores);
  const exactly = (place: number): Candidate => {
    const row = open[place]!;
    return { row, affinity: contentScore(table, model, row) };
  };
  const best = Array.from(topRanked(own, BEST + MARGIN), exactly).sort(mostWantedFirst);
  const sampled = [...evenlySpaced(own.length, MOST_SAMPLED)].map((place) => own[place]!);
  const far = placesUpTo(own, quantile(sampled, FAR_SHARE));
  return {
    best: best.slice(0, BEST),
    far: [...evenlySpaced(far.length, FAR)].map((at) => exactly(far[at]!)),
    spread: () =>
      Array.from(evenlySpaced(own.length, SPREAD), (place) => ({
        row: open[place]!,
        affinity: own[place]!,
      })).sort(mostWantedFirst),
  };
}

/** One after the other, as there may be very many: iterating takes several times as long. */
function scoresOf(rows: Uint32Array, scores: ArrayLike<number>): Float64Array {
  const own = new Float64Array(rows.length);
  for (let place = 0; place < own.length; place++) own[place] = scores[rows[place]!]!;
  return own;
}

function placesUpTo(scores: Float64Array, border: number): Uint32Array {
  const places = new Uint32Array(scores.length);
  let count = 0;
  for (let place = 0; place < scores.length; place++)
    if (scores[place]! <= border) places[count++] = place;
  return places.subarray(0, count);
}
