import { describe, expect, it } from 'vitest';
import { effectiveCount } from '../../../src-main/engine/kernel/effective-count';
import { intraListDiversity } from '../../../src-main/engine/kernel/intra-list-diversity';
import { meanRanks, rankCorrelation } from '../../../src-main/engine/kernel/rank-correlation';
import { studentQuantile } from '../../../src-main/engine/kernel/student-quantile';
import { expectedGain } from '../../../src-main/engine/kernel/tied-place';

describe('effective count', () => {
  it.each([
    { weights: [1, 1, 1, 1], expect: 4 },
    { weights: [0.2, 0.2], expect: 2 },
    // (1 + 0.5 + 0.25)^2 / (1 + 0.25 + 0.0625)
    { weights: [1, 0.5, 0.25], expect: 3.0625 / 1.3125 },
    { weights: [1, 0, 0], expect: 1 },
    { weights: [], expect: 0 },
  ])('of $weights is $expect', ({ weights, expect: wanted }) => {
    expect(effectiveCount(weights)).toBeCloseTo(wanted, 12);
  });
});

describe('quantiles of Student’s t', () => {
  // 97.5 % in the tables of Abramowitz & Stegun, 26.10
  it.each([
    { freedom: 3, table: 3.182 },
    { freedom: 5, table: 2.571 },
    { freedom: 10, table: 2.228 },
    { freedom: 30, table: 2.042 },
    { freedom: 120, table: 1.98 },
  ])('with $freedom degrees of freedom is $table', ({ freedom, table }) => {
    const quantile = studentQuantile(1.959964, freedom);
    expect(Math.abs(quantile / table - 1)).toBeLessThan(0.01);
  });
});

describe('rank correlation', () => {
  it('shares ranks among equals', () => {
    expect([...meanRanks([10, 30, 20, 20])]).toEqual([0, 3, 1.5, 1.5]);
  });

  it.each([
    { a: [1, 2, 3, 4, 5], b: [2, 4, 6, 8, 100], expect: 1 },
    { a: [1, 2, 3], b: [3, 2, 1], expect: -1 },
    // 1 - 6 (1 + 1 + 4 + 1 + 1) / (5 (25 - 1)) with the differences -1, 1, -2, 1, 1
    { a: [1, 2, 3, 4, 5], b: [2, 1, 5, 3, 4], expect: 1 - (6 * 8) / 120 },
    { a: [1, 1, 1], b: [1, 2, 3], expect: 0 },
  ])('of $a and $b is $expect', ({ a, b, expect: wanted }) => {
    expect(rankCorrelation(a, b)).toBeCloseTo(wanted, 12);
  });
});

describe('diversity within a list', () => {
  it('is the mean distance of its pairs', () => {
    const similar = [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0.2, 0.9, 1],
    ];
    // (0.5 + 0.8 + 0.1) / 3
    expect(intraListDiversity(3, (i, j) => similar[i]![j]!)).toBeCloseTo(1.4 / 3, 12);
  });

  it('is nothing for a single entry', () => {
    expect(intraListDiversity(1, () => 0)).toBe(0);
  });
});

describe('a wanted item among equals', () => {
  it.each([
    { k: 10, higher: 0, tied: 1, recall: 1, ndcg: 1 },
    // the third place: 1 / log2(4)
    { k: 10, higher: 2, tied: 1, recall: 1, ndcg: 0.5 },
    { k: 10, higher: 10, tied: 1, recall: 0, ndcg: 0 },
    // two places for four equals: (1 + 1 / log2 3) / 4
    { k: 2, higher: 0, tied: 4, recall: 0.5, ndcg: (1 + 1 / Math.log2(3)) / 4 },
    { k: 3, higher: 2, tied: 5, recall: 0.2, ndcg: 0.1 },
  ])('after $higher, one of $tied, in the first $k', ({ k, higher, tied, recall, ndcg }) => {
    const gain = expectedGain(k, higher, tied);
    expect(gain.recall).toBeCloseTo(recall, 12);
    expect(gain.ndcg).toBeCloseTo(ndcg, 12);
  });
});
