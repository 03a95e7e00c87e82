import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from '../../../src-main/engine/kernel/bootstrap-interval';
import { mean } from '../../../src-main/engine/kernel/statistics';

const halves = Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 1));
const meanOf = (items: readonly number[]) => ({ mean: mean(items.map((item) => halves[item]!)) });

describe('the bootstrap', () => {
  it('of a hundred tosses, half of them heads, is about 0.5 +- 1.96 * 0.05', () => {
    const clusters = halves.map((_, i) => i);
    const interval = bootstrapIntervals(clusters, meanOf).get('mean');
    expect(interval?.low).toBeCloseTo(0.402, 1);
    expect(interval?.high).toBeCloseTo(0.598, 1);
    expect(bootstrapIntervals(clusters, meanOf).get('mean')).toEqual(interval);
    expect(bootstrapIntervals(clusters, meanOf, { resamples: 7, seed: 2 })).not.toEqual(interval);
  });

  it('knows that a hundred works by two artists are only two', () => {
    // Both from one hand, in one draw of two, happens half of the time: 0 or 1 for all.
    const interval = bootstrapIntervals(halves, meanOf).get('mean');
    expect(interval).toEqual({ low: 0, high: 1 });
  });

  it('hands over the items in their order, as often as their cluster was drawn', () => {
    const lengths = new Set<number>();
    bootstrapIntervals(
      [0, 0, 1],
      (items) => {
        expect([...items].sort((a, b) => a - b)).toEqual(items);
        lengths.add(items.length);
        return { size: items.length };
      },
      { resamples: 50 },
    );
    expect([...lengths].sort()).toEqual([2, 3, 4]);
  });

  it('leaves out draws that say nothing, and says nothing when none does', () => {
    const intervals = bootstrapIntervals([0, 1], (items) => ({
      sometimes: items.includes(0) ? 3 : Number.NaN,
      never: Number.NaN,
    }));
    expect(intervals.get('sometimes')).toEqual({ low: 3, high: 3 });
    expect(intervals.get('never')).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});
