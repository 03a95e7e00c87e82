import { easeWeights } from '../../kernel/ease-weights';
import { positiveDefiniteInverse } from '../../kernel/positive-definite-inverse';
import { topRanked } from '../../kernel/top-ranked';
import { countsOf, interactionsOf, rowOf, transposed, type Interactions } from './interactions';
import type { Scorer } from './scorer';

export interface EaseOptions {
  /** Weight of the squared weights, > 0. */
  lambda: number;
  /** Added to it for every time an item was chosen, >= 0; what training with dropout comes to. 0 is plain EASE. */
  dropout: number;
  /** A user of n choices counts n to the power of minus this, 0..1. 0 is plain EASE. */
  evenness: number;
}

/** Side of the largest matrix that is inverted: some 16 s, and 256 MB. */
export const MOST_SOLVED = 4000;

/** What the formulas below need of a matrix. */
interface Problem {
  matrix: Interactions;
  /** By item. */
  ridge: Float64Array;
  /** By user: the root of how much it counts. */
  scale: Float64Array;
}

/**
 * EASE (Steck 2019; with dropout: Steck 2020, see `easeWeights`) on a sparse matrix. Its solution is the same from the
 * items' side and from the users', so the smaller one is inverted: a few profiles over a large library cost next to nothing.
 * Where both have more than {@link MOST_SOLVED}, only that many of the most chosen items take part, and the others score 0.
 */
export function fitEase(matrix: Interactions, options: EaseOptions): Scorer {
  const { users, items } = matrix;
  if (users < items && users <= MOST_SOLVED) return fromUsers(problemOf(matrix, options));
  if (items <= MOST_SOLVED) return fromItems(problemOf(matrix, options));
  const taken = topRanked(countsOf(matrix), MOST_SOLVED).slice().sort();
  return among(taken, matrix, options);
}

function problemOf(matrix: Interactions, { lambda, dropout, evenness }: EaseOptions): Problem {
  const scale = Float64Array.from(
    { length: matrix.users },
    (_, user) => Math.max(1, rowOf(matrix, user).length) ** (-evenness / 2),
  );
  const counts = new Float64Array(matrix.items);
  for (let user = 0; user < matrix.users; user++)
    for (const item of rowOf(matrix, user)) counts[item]! += scale[user]! ** 2;
  return { matrix, ridge: counts.map((count) => lambda + dropout * count), scale };
}

function among(taken: Uint32Array, matrix: Interactions, options: EaseOptions): Scorer {
  const numberOf = new Map(Array.from(taken, (item, i) => [item, i]));
  const within = (items: Uint32Array) =>
    Uint32Array.from(
      items.filter((item) => numberOf.has(item)),
      (item) => numberOf.get(item)!,
    );
  const pairs = Array.from({ length: matrix.users }, (_, user) =>
    Array.from(within(rowOf(matrix, user)), (item) => ({ user, item })),
  ).flat();
  const inner = interactionsOf(pairs, matrix.users, taken.length);
  const scorer = fromItems(problemOf(inner, options));
  const scores = new Float64Array(taken.length);
  return {
    score({ user, liked, met }, out) {
      scorer.score({ user, liked: within(liked), met: within(met) }, scores);
      out.fill(0);
      taken.forEach((item, i) => (out[item] = scores[i]!));
    },
  };
}

function fromItems({ matrix, ridge, scale }: Problem): Scorer {
  const n = matrix.items;
  const gram = new Float64Array(n * n);
  for (let user = 0; user < matrix.users; user++) {
    const row = rowOf(matrix, user);
    const weight = scale[user]! ** 2;
    for (const a of row) for (const b of row) gram[a * n + b]! += weight;
  }
  const weights = easeWeights(gram, ridge);
  return {
    score({ liked }, out) {
      out.fill(0);
      for (const chosen of liked) {
        const at = chosen * n;
        for (let item = 0; item < n; item++) out[item]! += weights[at + item]!;
      }
    },
  };
}

/**
 * By Woodbury's identity, with S the matrix whose rows are scaled and R the ridge: `P = (S'S + R)^-1 = R^-1 - R^-1 S' A S R^-1`
 * with `A = (I + S R^-1 S')^-1`, so that the score of an item j not in the history x is `x R^-1 S' A S_j / (R_j P_jj)`,
 * `R_j P_jj = 1 - S_j' A S_j / R_j`.
 */
function fromUsers({ matrix, ridge, scale }: Problem): Scorer {
  const { users, items } = matrix;
  const byItem = transposed(matrix);
  const inverse = usersInverse(byItem, ridge, scale);
  const remainder = Float64Array.from({ length: items }, (_, item) => {
    const choosers = rowOf(byItem, item);
    let sum = 0;
    for (const a of choosers)
      for (const b of choosers) sum += scale[a]! * scale[b]! * inverse[a * users + b]!;
    return 1 - sum / ridge[item]!;
  });
  const weights = new Float64Array(users);
  /** `A S R^-1 x'`. */
  const weigh = (chosen: Uint32Array): void => {
    weights.fill(0);
    for (const [user, share] of sharesOf(chosen, byItem, ridge, scale))
      for (let other = 0, at = user * users; other < users; other++)
        weights[other]! += share * inverse[at + other]!;
  };
  /** The same for a row that was learnt from, where `S R^-1 S' = A^-1 - I` makes it a column of A. */
  const weighRow = (user: number): void => {
    for (let other = 0, at = user * users; other < users; other++)
      weights[other] = -inverse[at + other]! / scale[user]!;
    weights[user]! += 1 / scale[user]!;
  };
  return {
    score({ user, liked }, out) {
      if (user < users && sameItems(liked, rowOf(matrix, user))) weighRow(user);
      else weigh(liked);
      out.fill(0);
      for (let other = 0; other < users; other++) {
        const weight = weights[other]! * scale[other]!;
        for (const item of rowOf(matrix, other)) out[item]! += weight;
      }
      for (let item = 0; item < items; item++) out[item]! /= remainder[item]!;
      // B has a diagonal of zeros: what an item adds to itself is taken off.
      for (const item of liked) out[item]! += 1 - 1 / remainder[item]!;
    },
  };
}

function usersInverse(
  byItem: Interactions,
  ridge: Float64Array,
  scale: Float64Array,
): Float64Array {
  const users = byItem.items;
  const kernel = new Float64Array(users * users);
  for (let item = 0; item < byItem.users; item++) {
    const choosers = rowOf(byItem, item);
    for (const a of choosers)
      for (const b of choosers) kernel[a * users + b]! += (scale[a]! * scale[b]!) / ridge[item]!;
  }
  for (let user = 0; user < users; user++) kernel[user * users + user]! += 1;
  return positiveDefiniteInverse(kernel, users);
}

/** `S R^-1 x'`, by user. */
function sharesOf(
  chosen: Uint32Array,
  byItem: Interactions,
  ridge: Float64Array,
  scale: Float64Array,
): Map<number, number> {
  const shares = new Map<number, number>();
  for (const item of chosen)
    for (const user of rowOf(byItem, item))
      shares.set(user, (shares.get(user) ?? 0) + scale[user]! / ridge[item]!);
  return shares;
}

function sameItems(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
