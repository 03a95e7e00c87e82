import { topRanked } from '../../kernel/top-ranked';
import { sharedFloats } from '../../storage/table/shared-memory';
import { fitAls } from '../collaborative/als';
import { fitEase } from '../collaborative/ease';
import { interactionsOf, type Interactions } from '../collaborative/interactions';
import { fitItemKnn } from '../collaborative/item-knn';
import type { Scorer } from '../collaborative/scorer';
import type { Turn } from '../profile/taste-certainty';
import { suffices, type TogetherRows } from './together-rows';

/** What liking one work says of another one, by the choices of others. */
export interface TogetherModel {
  /** Ids, ascending. */
  works: Uint32Array;
  /** A row for each work that is liked, a column for each that is judged by it; 0 for a work and itself. */
  terms: Float32Array;
}

/** Of more works the most chosen take part: the table of terms takes 16 MB, EASE some two seconds. */
const MOST_WORKS = 2000;

/**
 * Made for few rows. Shares in the sum; every part is brought to deviation 1 before. All compared on circles of 3 to 600
 * listeners of Last.fm (decision 0020).
 */
const PARTS: readonly { share: number; fit: (matrix: Interactions) => Scorer }[] = [
  { share: 0.4, fit: (it) => fitEase(it, { lambda: 5, dropout: 1, evenness: 0.3 }) },
  {
    share: 0.4,
    fit: (it) => fitItemKnn(it, { neighbours: MOST_WORKS, shrinkage: 5, rarity: 0.5 }),
  },
  {
    share: 0.2,
    fit: (it) =>
      fitAls(it, { dim: 16, unobservedWeight: 0.1, regularisation: 0.02, rounds: 12, seed: 1 }),
  },
];

/**
 * Fits EASE, item-kNN and ALS on what others put together and keeps of each what one liked work says of every other one. Of
 * EASE and item-kNN that is all there is: their scores are sums of such terms. Of ALS it is what a person who likes only
 * that work would be told.
 *
 * @returns null where there is too little to learn from, see `suffices`
 */
export async function fitTogether(rows: TogetherRows, turn: Turn): Promise<TogetherModel | null> {
  if (!suffices(rows)) return null;
  const { works, matrix } = matrixOf(rows);
  const terms = sharedFloats(works.length ** 2);
  for (const { share, fit } of PARTS) {
    await turn(0, works.length);
    await addPart(terms, fit(matrix), share, matrix, turn);
  }
  return { works, terms };
}

function matrixOf({ people, sessions, boards }: TogetherRows): {
  works: Uint32Array;
  matrix: Interactions;
} {
  const rows = [...people, ...sessions, ...boards];
  const counts = new Map<number, number>();
  for (const row of rows) for (const id of row) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts.keys()].sort((a, b) => a - b);
  const taken = topRanked(
    ids.map((id) => counts.get(id)!),
    Math.min(MOST_WORKS, ids.length),
  );
  const works = Uint32Array.from(taken, (at) => ids[at]!).sort();
  const numbers = new Map(Array.from(works, (id, item) => [id, item]));
  const pairs = rows.flatMap((row, user) =>
    row.flatMap((id) => {
      const item = numbers.get(id);
      return item === undefined ? [] : [{ user, item }];
    }),
  );
  return { works, matrix: interactionsOf(pairs, rows.length, works.length) };
}

async function addPart(
  terms: Float32Array,
  scorer: Scorer,
  share: number,
  { users, items }: Interactions,
  turn: Turn,
): Promise<void> {
  const part = new Float32Array(terms.length);
  const out = new Float64Array(items);
  let square = 0;
  for (let item = 0; item < items; item++) {
    await turn(item, items);
    const liked = Uint32Array.of(item);
    scorer.score({ user: users, liked, met: liked }, out);
    out[item] = 0;
    part.set(out, item * items);
    for (const value of out) square += value * value;
  }
  const scale = square > 0 ? share * Math.sqrt(terms.length / square) : 0;
  for (let at = 0; at < terms.length; at++) terms[at]! += scale * part[at]!;
}
