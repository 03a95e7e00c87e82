import { expect, it } from 'vitest';
import { reliabilityBins } from '../../../src-main/engine/kernel/reliability';

it('puts answers of about the same confidence together and counts the right ones', () => {
  const bins = reliabilityBins([0.9, 0.3, 0.8, 0.5], [1, 0, 1, 1], 2);
  expect(bins).toHaveLength(2);
  expect(bins[0]).toMatchObject({ confidence: 0.4, accuracy: 0.5, works: 2 });
  expect(bins[1]?.confidence).toBeCloseTo(0.85, 12);
  expect(bins[1]).toMatchObject({ accuracy: 1, works: 2, high: 1 });
  // Wilson's interval for 2 of 2.
  expect(bins[1]?.low).toBeCloseTo(0.342, 3);
});

it('makes no empty bin, and nothing of nothing', () => {
  expect(reliabilityBins([0.5, 0.6, 0.7], [1, 1, 0], 15).map(({ works }) => works)).toEqual([
    1, 1, 1,
  ]);
  expect(reliabilityBins([], [], 15)).toEqual([]);
});
