import { positiveDefiniteInverse } from '../../kernel/positive-definite-inverse';
import { rowOf, transposed, type History, type Interactions } from './interactions';

/** A sparse matrix S, whose rows are scaled, and a ridge R for its columns. */
export interface ScaledProblem {
  matrix: Interactions;
  /** By user; of an entry of S. */
  scale: Float64Array;
  /** By item, > 0. */
  ridge: Float64Array;
}

/** `P = (S'S + R)^-1`, by whichever side of S is the smaller one. */
export interface RegularisedInverse {
  /** `P_jj`. */
  diagonal: Float64Array;
  /** `x P` by item into `items`, for a history x of ones, and `S P x'` by user into `users`. */
  apply(history: History, chosen: Uint32Array, into: Applied): void;
  /** `(P S' T)_jj` for a matrix T of the same shape and scale. */
  meeting(goal: Interactions): Float64Array;
}

export interface Applied {
  items: Float64Array;
  users: Float64Array;
}

/** Inverts a matrix of items x items. */
export function invertItems({ matrix, scale, ridge }: ScaledProblem): RegularisedInverse {
  const n = matrix.items;
  const gram = new Float64Array(n * n);
  for (let user = 0; user < matrix.users; user++) {
    const row = rowOf(matrix, user);
    const weight = scale[user]! ** 2;
    for (const a of row) for (const b of row) gram[a * n + b]! += weight;
  }
  for (let item = 0; item < n; item++) gram[item * n + item]! += ridge[item]!;
  const inverse = positiveDefiniteInverse(gram, n);
  return {
    diagonal: Float64Array.from({ length: n }, (_, item) => inverse[item * n + item]!),
    apply(_history, chosen, { items, users }) {
      items.fill(0);
      for (const item of chosen)
        for (let other = 0, at = item * n; other < n; other++)
          items[other]! += inverse[at + other]!;
      for (let user = 0; user < matrix.users; user++)
        users[user] = scale[user]! * sumAt(items, 0, rowOf(matrix, user));
    },
    meeting(goal) {
      const sums = new Float64Array(n);
      for (let user = 0; user < goal.users; user++)
        for (const item of rowOf(goal, user))
          sums[item]! += scale[user]! ** 2 * sumAt(inverse, item * n, rowOf(matrix, user));
      return sums;
    },
  };
}

/**
 * Inverts a matrix of users x users instead: by Woodbury's identity `P = R^-1 - R^-1 S' A S R^-1` with `A = (I + S R^-1
 * S')^-1`, and `S P = A S R^-1`.
 */
export function invertUsers({ matrix, scale, ridge }: ScaledProblem): RegularisedInverse {
  const { users: n, items } = matrix;
  const byItem = transposed(matrix);
  const kernel = new Float64Array(n * n);
  for (let item = 0; item < items; item++)
    for (const a of rowOf(byItem, item))
      for (const b of rowOf(byItem, item))
        kernel[a * n + b]! += (scale[a]! * scale[b]!) / ridge[item]!;
  for (let user = 0; user < n; user++) kernel[user * n + user]! += 1;
  const inverse = positiveDefiniteInverse(kernel, n);
  /** `S_j' A T_j / R_j`. */
  const meeting = (goal: Interactions): Float64Array => {
    const goalByItem = transposed(goal);
    return ridge.map((own, item) => {
      let sum = 0;
      for (const a of rowOf(byItem, item))
        for (const b of rowOf(goalByItem, item)) sum += scale[a]! * scale[b]! * inverse[a * n + b]!;
      return sum / own;
    });
  };
  return {
    diagonal: meeting(matrix).map((own, item) => (1 - own) / ridge[item]!),
    meeting,
    apply({ user }, chosen, into) {
      const { users } = into;
      if (user < n && sameItems(chosen, rowOf(matrix, user))) {
        // A row that was learnt from: `S R^-1 S' = A^-1 - I` makes `A S R^-1 x'` a column of I - A.
        for (let other = 0, at = user * n; other < n; other++)
          users[other] = -inverse[at + other]! / scale[user]!;
        users[user]! += 1 / scale[user]!;
      } else {
        users.fill(0);
        for (const item of chosen)
          for (const a of rowOf(byItem, item)) {
            const share = scale[a]! / ridge[item]!;
            for (let other = 0, at = a * n; other < n; other++)
              users[other]! += share * inverse[at + other]!;
          }
      }
      into.items.fill(0);
      for (const item of chosen) into.items[item] = 1;
      for (let other = 0; other < n; other++) {
        const weight = users[other]! * scale[other]!;
        for (const item of rowOf(matrix, other)) into.items[item]! -= weight;
      }
      for (let item = 0; item < items; item++) into.items[item]! /= ridge[item]!;
    },
  };
}

function sumAt(values: Float64Array, from: number, places: Uint32Array): number {
  let sum = 0;
  for (const place of places) sum += values[from + place]!;
  return sum;
}

function sameItems(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
