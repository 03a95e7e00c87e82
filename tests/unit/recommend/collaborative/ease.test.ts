import { describe, expect, it } from 'vitest';
import { fitEase, fitEaseOfMet } from '../../../../src-main/engine/recommend/collaborative/ease';
import {
  rowOf,
  type History,
  type Interactions,
} from '../../../../src-main/engine/recommend/collaborative/interactions';
import { historyOfRow, historyWith, matrixOf, scoresOf, tasteMatrix } from './support';

const PLAIN = { lambda: 1, dropout: 0, evenness: 0 };

/*
 * Three users chose {0, 1}, {0, 1} and {1, 2}. With lambda 1, X'X + I = [3 2 0; 2 4 1; 0 1 2], its determinant is 13, and
 * P = [7 -4 2; -4 6 -3; 2 -3 8] / 13. B_ij = -P_ij / P_jj.
 */
const BY_HAND = [
  [0, 4 / 6, -2 / 8],
  [4 / 7, 0, 3 / 8],
  [-2 / 7, 3 / 6, 0],
];
const CHOSEN = [
  [0, 1],
  [0, 1],
  [1, 2],
];

/** Every third choice is not there. */
function thinned(matrix: Interactions): Interactions {
  const rows = Array.from({ length: matrix.users }, (_, user) =>
    [...rowOf(matrix, user)].filter((_item, i) => i % 3 !== 2),
  );
  return matrixOf(rows, matrix.items);
}

/** Users who chose nothing change nothing but which side is the smaller one. */
function withIdlers(matrix: Interactions): Interactions {
  const users = matrix.items + 10;
  const rowStart = Uint32Array.from(
    { length: users + 1 },
    (_, user) => matrix.rowStart[Math.min(user, matrix.users)]!,
  );
  return { ...matrix, users, rowStart };
}

function unseenBy({ met }: History, items: number): number[] {
  return Array.from({ length: items }, (_, item) => item).filter((item) => !met.includes(item));
}

describe('EASE', () => {
  it('of three items is what it is by hand', () => {
    const scorer = fitEase(matrixOf(CHOSEN, 3), PLAIN);
    BY_HAND.forEach((weights, from) =>
      weights.forEach((weight, to) =>
        expect(scoresOf(scorer, historyWith([from]), 3)[to]).toBeCloseTo(weight, 12),
      ),
    );
  });

  it('adds up the weights of what is in the history', () => {
    const scorer = fitEase(matrixOf(CHOSEN, 3), PLAIN);
    expect(scoresOf(scorer, historyWith([0, 1]), 3)[2]).toBeCloseTo(-2 / 8 + 3 / 8, 12);
  });

  it.each([
    { name: 'plain', options: { lambda: 5, dropout: 0, evenness: 0 } },
    { name: 'with dropout', options: { lambda: 5, dropout: 0.5, evenness: 0 } },
    { name: 'with even users', options: { lambda: 1, dropout: 0.2, evenness: 0.5 } },
  ])('$name is the same from the users and from the items', ({ options }) => {
    const met = tasteMatrix(16, 24);
    const liked = thinned(met);
    const pairs = [
      [fitEase(met, options), fitEase(withIdlers(met), options)],
      [
        fitEaseOfMet({ liked, met }, options),
        fitEaseOfMet({ liked: withIdlers(liked), met: withIdlers(met) }, options),
      ],
    ] as const;
    for (const [fromUsers, fromItems] of pairs)
      for (const history of [historyWith([0, 4, 9]), historyOfRow(met, 3), historyWith([])]) {
        const expected = scoresOf(fromItems, history, 24);
        for (const item of unseenBy(history, 24))
          expect(scoresOf(fromUsers, history, 24)[item]).toBeCloseTo(expected[item]!, 9);
      }
  });

  it('dropout holds back what is chosen often', () => {
    const matrix = matrixOf([...CHOSEN, [1, 2], [1, 2], [1]], 3);
    const weightFrom1 = (dropout: number) =>
      scoresOf(fitEase(matrix, { ...PLAIN, dropout }), historyWith([1]), 3)[2]!;
    expect(weightFrom1(1)).toBeLessThan(weightFrom1(0));
    expect(weightFrom1(1)).toBeGreaterThan(0);
  });

  it('from all that was met is what gradient descent finds', () => {
    // Met by three users: {0, 1}, {0, 1}, {1, 2}; liked of it: {0}, {0, 1}, {2}; item 0 from item 1 alone and item 2.
    const met = matrixOf(CHOSEN, 3);
    const liked = matrixOf([[0], [0, 1], [2]], 3);
    const scorer = fitEaseOfMet({ liked, met }, PLAIN);
    let [from1, from2] = [0, 0];
    for (let step = 0; step < 5000; step++) {
      // Errors of the users: 1 - b1, 1 - b1 and 0 - b1 - b2; the ridge pulls both to 0.
      const [a, c] = [1 - from1, -from1 - from2];
      [from1, from2] = [from1 + 0.05 * (2 * a + c - from1), from2 + 0.05 * (c - from2)];
    }
    expect(scoresOf(scorer, historyWith([1]), 3)[0]).toBeCloseTo(from1, 9);
    expect(scoresOf(scorer, historyWith([2]), 3)[0]).toBeCloseTo(from2, 9);
  });
});
