import { seededRandom } from '../../../../src-main/engine/kernel/random';
import {
  interactionsOf,
  rowOf,
  type History,
  type Interactions,
} from '../../../../src-main/engine/recommend/collaborative/interactions';
import type { Scorer } from '../../../../src-main/engine/recommend/collaborative/scorer';

/** Items of each user. */
export function matrixOf(rows: readonly (readonly number[])[], items: number): Interactions {
  const pairs = rows.flatMap((row, user) => row.map((item) => ({ user, item })));
  return interactionsOf(pairs, rows.length, items);
}

export function historyWith(items: readonly number[], user = 1_000_000): History {
  const liked = Uint32Array.from(items);
  return { user, liked, met: liked };
}

export function scoresOf(scorer: Scorer, history: History, items: number): number[] {
  const out = new Float64Array(items);
  scorer.score(history, out);
  return [...out];
}

/** Every user chooses at random, of its own quarter of the items mostly. */
export function tasteMatrix(users: number, items: number, seed = 1): Interactions {
  const random = seededRandom(seed);
  const rows = Array.from({ length: users }, (_, user) =>
    Array.from({ length: items }, (_, item) => item).filter(
      (item) => random() < (item % 4 === user % 4 ? 0.4 : 0.04),
    ),
  );
  return matrixOf(rows, items);
}

export function historyOfRow(matrix: Interactions, user: number): History {
  const liked = rowOf(matrix, user);
  return { user, liked, met: liked };
}
