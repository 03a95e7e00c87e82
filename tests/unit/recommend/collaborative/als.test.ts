import { describe, expect, it } from 'vitest';
import { implicitFactors } from '../../../../src-main/engine/kernel/implicit-factors';
import {
  alternate,
  fitAls,
  type AlsOptions,
} from '../../../../src-main/engine/recommend/collaborative/als';
import {
  countsOf,
  rowOf,
  type Interactions,
} from '../../../../src-main/engine/recommend/collaborative/interactions';
import { historyOfRow, historyWith, scoresOf, tasteMatrix } from './support';

const OPTIONS: AlsOptions = {
  dim: 6,
  unobservedWeight: 0.1,
  regularisation: 0.05,
  rounds: 8,
  seed: 1,
};

/** What is to become small: Rendle et al. 2022, equation 3 with nu = 1, written out pair by pair. */
function objective(matrix: Interactions, options: AlsOptions): number {
  const { dim, unobservedWeight, regularisation } = options;
  const { users, items } = alternate(matrix, options);
  const counts = countsOf(matrix);
  const square = (of: Float64Array, row: number) =>
    of.subarray(row * dim, (row + 1) * dim).reduce((sum, x) => sum + x * x, 0);
  let sum = 0;
  for (let u = 0; u < matrix.users; u++) {
    const seen = new Set(rowOf(matrix, u));
    sum += regularisation * (seen.size + unobservedWeight * matrix.items) * square(users, u);
    for (let i = 0; i < matrix.items; i++) {
      let score = 0;
      for (let a = 0; a < dim; a++) score += users[u * dim + a]! * items[i * dim + a]!;
      sum += unobservedWeight * score * score + (seen.has(i) ? (1 - score) ** 2 : 0);
    }
  }
  for (let i = 0; i < matrix.items; i++)
    sum += regularisation * (counts[i]! + unobservedWeight * matrix.users) * square(items, i);
  return sum;
}

describe('one row of alternating least squares', () => {
  it('of one dimension: seen 2 and 1, all 2, 1, 3: w = 3 / (5 + 0.1 * 14 + 0.6)', () => {
    const w = new Float64Array(1);
    const factors = Float64Array.of(2, 1, 3);
    const gram = Float64Array.of(14);
    implicitFactors(
      { seen: [0, 1], factors, dim: 1, gram, unobservedWeight: 0.1, regularisation: 0.6 },
      w,
      1,
    );
    expect(w[0]).toBeCloseTo(3 / 7, 12);
  });

  it('of two dimensions is solved after two steps', () => {
    const w = new Float64Array(2);
    // Of (1, 0), (0, 1) and (0, 1) the first two are seen.
    const factors = Float64Array.of(1, 0, 0, 1, 0, 1);
    const gram = Float64Array.of(1, 0, 0, 2);
    implicitFactors(
      { seen: [0, 1], factors, dim: 2, gram, unobservedWeight: 1, regularisation: 0.5 },
      w,
      2,
    );
    // [1 + 1 + 0.5, 0; 0, 1 + 2 + 0.5] w = (1, 1)
    expect(w[0]).toBeCloseTo(1 / 2.5, 12);
    expect(w[1]).toBeCloseTo(1 / 3.5, 12);
  });
});

describe('ALS', () => {
  const matrix = tasteMatrix(40, 32);

  it('makes its objective smaller in every round', () => {
    const after = [1, 2, 3, 4, 6, 9].map((rounds) => objective(matrix, { ...OPTIONS, rounds }));
    for (let i = 1; i < after.length; i++) expect(after[i]).toBeLessThan(after[i - 1]!);
  });

  it('finds the taste of somebody it has not met', () => {
    const scores = scoresOf(fitAls(matrix, OPTIONS), historyWith([1, 5, 9]), 32);
    const meanOf = (taste: number) =>
      scores.filter((_, item) => item % 4 === taste).reduce((sum, x) => sum + x, 0) / 8;
    for (const other of [0, 2, 3]) expect(meanOf(1)).toBeGreaterThan(2 * meanOf(other));
  });

  it('scores nothing for nobody, and the same for the same seed', () => {
    const scorer = fitAls(matrix, OPTIONS);
    expect(scoresOf(scorer, historyWith([]), 32)).toEqual(new Array(32).fill(0));
    const again = scoresOf(fitAls(matrix, OPTIONS), historyOfRow(matrix, 2), 32);
    expect(scoresOf(scorer, historyOfRow(matrix, 2), 32)).toEqual(again);
  });
});
