import { describe, expect, it, test } from 'vitest';
import { percentileAmong } from '../../../src-main/engine/kernel/percentile';
import {
  mean,
  percentileRank,
  quantile,
  standardDeviation,
  zScores,
} from '../../../src-main/engine/kernel/statistics';

describe('mean and spread', () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9];

  it('of the classic example are 5 and 2', () => {
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBe(2);
    expect([...zScores(values)]).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
  });

  it('are 0 of nothing, and z-scores are 0 where nothing varies', () => {
    expect(mean([])).toBe(0);
    expect(standardDeviation([3])).toBe(0);
    expect([...zScores([3, 3])]).toEqual([0, 0]);
  });
});

describe('quantile', () => {
  // R's default, quantile(c(1, 2, 3, 4, 10), ...).
  test.each([
    { q: 0, expected: 1 },
    { q: 0.25, expected: 2 },
    { q: 0.5, expected: 3 },
    { q: 0.9, expected: 7.6 },
    { q: 1, expected: 10 },
  ])('$q is $expected', ({ q, expected }) => {
    expect(quantile([10, 3, 1, 4, 2], q)).toBeCloseTo(expected, 12);
  });
});

describe('percentiles', () => {
  it('rank counts equals half', () => {
    expect(percentileRank([1, 2, 2, 3], 2)).toBe(50);
    expect(percentileRank([1, 2, 3, 4], 5)).toBe(100);
    expect(percentileRank([], 5)).toBe(50);
  });

  it('among the others runs from 0 for the lowest to 100 for the highest', () => {
    const sorted = [1, 2, 3, 4, 9];
    expect(sorted.map((value) => percentileAmong(sorted, value))).toEqual([0, 25, 50, 75, 100]);
    expect(percentileAmong([7], 7)).toBe(50);
  });
});
