import { describe, expect, it } from 'vitest';
import { fitSigmoid, sigmoidAt } from '../../../src-main/engine/kernel/platt-scaling';

describe('Platt scaling', () => {
  it.each([
    { each: 2, certain: 3 / 4 },
    { each: 8, certain: 9 / 10 },
    { each: 98, certain: 99 / 100 },
  ])('with $each clear examples a side is sure to $certain and no further', ({ each, certain }) => {
    const decisions = Array.from({ length: 2 * each }, (_, i) => (i < each ? 1 : -1));
    const sigmoid = fitSigmoid(
      decisions,
      decisions.map((f) => f > 0),
    );
    expect(sigmoidAt(1, sigmoid)).toBeCloseTo(certain, 4);
    expect(sigmoidAt(-1, sigmoid)).toBeCloseTo(1 - certain, 4);
  });

  it('falls back to the smoothed share of positives where the values say nothing', () => {
    const sigmoid = fitSigmoid([0, 0, 0, 0], [true, false, false, false]);
    // targets 2/3 once and 1/5 three times
    expect(sigmoidAt(0, sigmoid)).toBeCloseTo((2 / 3 + 3 / 5) / 4, 4);
  });

  it('is least sure between overlapping classes and never overflows', () => {
    const decisions = [-2, -1, -0.2, 0.4, -0.4, 0.2, 1, 2];
    const sigmoid = fitSigmoid(
      decisions,
      decisions.map((_, i) => i >= 4),
    );
    expect(sigmoidAt(0, sigmoid)).toBeCloseTo(0.5, 4);
    expect(sigmoidAt(2, sigmoid)).toBeGreaterThan(sigmoidAt(1, sigmoid));
    expect(sigmoidAt(1e6, sigmoid)).toBeCloseTo(1, 9);
    expect(sigmoidAt(-1e6, sigmoid)).toBeCloseTo(0, 9);
  });
});
