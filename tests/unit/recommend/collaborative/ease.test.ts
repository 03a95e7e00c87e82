import { describe, expect, it } from 'vitest';
import { easeWeights } from '../../../../src-main/engine/kernel/ease-weights';
import { fitEase } from '../../../../src-main/engine/recommend/collaborative/ease';
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

describe('EASE', () => {
  it('of three items is what it is by hand', () => {
    const weights = easeWeights(Float64Array.of(2, 2, 0, 2, 3, 1, 0, 1, 1), [1, 1, 1]);
    BY_HAND.flat().forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 12));
  });

  it('adds up the weights of what is in the history', () => {
    const scorer = fitEase(matrixOf(CHOSEN, 3), PLAIN);
    expect(scoresOf(scorer, historyWith([1]), 3)[0]).toBeCloseTo(4 / 7, 12);
    expect(scoresOf(scorer, historyWith([0, 1]), 3)[2]).toBeCloseTo(-2 / 8 + 3 / 8, 12);
  });

  it.each([
    { name: 'plain', options: { lambda: 5, dropout: 0, evenness: 0 } },
    { name: 'with dropout', options: { lambda: 5, dropout: 0.5, evenness: 0 } },
    { name: 'with even users', options: { lambda: 1, dropout: 0.2, evenness: 0.5 } },
  ])('$name is the same from the users and from the items', ({ options }) => {
    const items = 24;
    const few = tasteMatrix(16, items);
    // Users who chose nothing change nothing but which side is the smaller one.
    const many = { ...few, users: 40, rowStart: few.rowStart.slice() };
    many.rowStart = Uint32Array.from({ length: 41 }, (_, u) => few.rowStart[Math.min(u, 16)]!);
    const [fromUsers, fromItems] = [fitEase(few, options), fitEase(many, options)];
    for (const history of [historyWith([0, 4, 9]), historyOfRow(few, 3), historyWith([])]) {
      const expected = scoresOf(fromItems, history, items);
      scoresOf(fromUsers, history, items).forEach((score, item) =>
        expect(score).toBeCloseTo(expected[item]!, 9),
      );
    }
  });

  it('dropout holds back what is chosen often', () => {
    const matrix = matrixOf([...CHOSEN, [1, 2], [1, 2], [1]], 3);
    const weightFrom1 = (dropout: number) =>
      scoresOf(fitEase(matrix, { ...PLAIN, dropout }), historyWith([1]), 3)[2]!;
    expect(weightFrom1(1)).toBeLessThan(weightFrom1(0));
    expect(weightFrom1(1)).toBeGreaterThan(0);
  });
});
