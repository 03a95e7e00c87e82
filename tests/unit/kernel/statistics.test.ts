import { expect, it, test } from 'vitest';
import { mean, quantile } from '../../../src-main/engine/kernel/statistics';

it('the mean of the classic example is 5, and 0 of nothing', () => {
  expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
  expect(mean([])).toBe(0);
});

// R's default, quantile(c(1, 2, 3, 4, 10), ...).
test.each([
  { q: 0, expected: 1 },
  { q: 0.25, expected: 2 },
  { q: 0.5, expected: 3 },
  { q: 0.9, expected: 7.6 },
  { q: 1, expected: 10 },
])('the quantile $q of 10, 3, 1, 4, 2 is $expected', ({ q, expected }) => {
  expect(quantile([10, 3, 1, 4, 2], q)).toBeCloseTo(expected, 12);
});
