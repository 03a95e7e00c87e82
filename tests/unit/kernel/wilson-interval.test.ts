import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src-main/engine/kernel/wilson-interval';

describe('the Wilson interval', () => {
  it.each([
    { successes: 8, trials: 10, low: 0.4902, high: 0.9433 },
    { successes: 0, trials: 20, low: 0, high: 0.1611 },
    { successes: 9, trials: 9, low: 0.7009, high: 1 },
    { successes: 81, trials: 263, low: 0.2553, high: 0.3662 },
  ])('of $successes in $trials is $low to $high', ({ successes, trials, low, high }) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('is refused for impossible counts', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  });
});
