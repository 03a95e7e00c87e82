import { describe, expect, it } from 'vitest';
import { RateMeter } from '../../../src-main/engine/jobs/rate-meter';

describe('RateMeter', () => {
  it('knows nothing before two samples', () => {
    const meter = new RateMeter();
    expect(meter.rate).toBe(0);
    expect(meter.secondsLeft(10)).toBeNull();
    meter.sample(0, 0);
    expect(meter.rate).toBe(0);
  });

  it('is the number of items a second over the last few seconds', () => {
    const meter = new RateMeter();
    for (let second = 0; second <= 20; second++) meter.sample(second * 1000, second * 4);
    expect(meter.rate).toBeCloseTo(4);
    expect(meter.secondsLeft(40)).toBeCloseTo(10);
    // Ten times slower from here on: the fast past is soon forgotten.
    for (let second = 21; second <= 30; second++)
      meter.sample(second * 1000, 80 + (second - 20) * 0.4);
    expect(meter.rate).toBeCloseTo(0.4);
  });

  it('has nothing left when nothing remains', () => {
    expect(new RateMeter().secondsLeft(0)).toBe(0);
  });

  it('starts afresh after a jump', () => {
    const meter = new RateMeter();
    meter.sample(0, 0);
    meter.reset();
    meter.sample(1000, 5000);
    meter.sample(2000, 5010);
    expect(meter.rate).toBeCloseTo(10);
  });
});
