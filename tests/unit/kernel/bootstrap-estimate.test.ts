import { describe, expect, it } from 'vitest';
import {
  bootstrapEstimates,
  centred,
  centredShare,
} from '../../../src-main/engine/kernel/bootstrap-estimate';
import { runToEnd } from '../../../src-main/engine/kernel/run-to-end';
import { mean } from '../../../src-main/engine/kernel/statistics';

/** A hundred members, each with a list of one work of its own, half of them right. */
const estimates = runToEnd(
  bootstrapEstimates(
    100,
    (drawn) => ({
      right: mean(drawn.map((member) => member % 2)),
      coverage: new Set(drawn).size / 100,
    }),
    1000,
  ),
);

describe('bootstrap estimates', () => {
  it('of a mean are not biased', () => {
    const { value, low, high, bias } = estimates('right');
    expect(value).toBe(0.5);
    expect(Math.abs(bias)).toBeLessThan(0.01);
    expect([low, high]).toEqual([expect.closeTo(0.402, 1), expect.closeTo(0.598, 1)]);
  });

  it('of how many different ones there are hold 1 - 1 / e of them, and are laid around the value', () => {
    const coverage = estimates('coverage');
    expect(coverage.bias).toBeCloseTo(-1 / Math.E, 2);
    expect(coverage.high).toBeLessThan(coverage.value);
    const { low, high } = centred(coverage);
    expect((low + high) / 2).toBeCloseTo(1, 1);
    expect(centredShare(coverage)).toEqual({ value: 1, low, high: 1 });
  });
});
