import { describe, expect, it } from 'vitest';
import { FacilityLocation } from '../../../src-main/engine/kernel/facility-location';
import { greedySet } from '../../../src-main/engine/kernel/greedy-set';
import { seededRandom } from '../../../src-main/engine/kernel/random';

describe('the greedy choice of a set that stands for a whole', () => {
  // Two tight pairs and a stranger: 0 and 1 are alike, 2 and 3 are alike, 4 is like nobody.
  const likeness = Float32Array.from(
    [
      [1, 0.9, 0, 0, 0],
      [0.9, 1, 0.2, 0, 0],
      [0, 0.2, 1, 0.8, 0],
      [0, 0, 0.8, 1, 0],
      [0, 0, 0, 0, 1],
    ].flat(),
  );
  const equal = [1, 1, 1, 1, 1];

  it('takes one of each pair and then the stranger, worked out by hand', () => {
    const value = new FacilityLocation(equal, likeness);
    // alone: 0 gives 1.9, 1 gives 2.1, 2 gives 2.0, 3 gives 1.8, 4 gives 1.0
    expect([0, 1, 2, 3, 4].map((i) => 5 * value.gain(i))).toEqual(
      [1.9, 2.1, 2.0, 1.8, 1].map((it) => expect.closeTo(it, 6)),
    );
    // after 1 (0.9, 1, 0.2, 0, 0): 2 adds 0.8 + 0.8, 3 adds 0.6 + 1, 0 adds 0.1, 4 adds 1
    expect(greedySet(value, [0, 1, 2, 3, 4], 3)).toEqual([1, 2, 4]);
    expect(5 * value.value).toBeCloseTo(0.9 + 1 + 1 + 0.8 + 1, 6);
  });

  it('builds on what is in the set already', () => {
    const value = new FacilityLocation(equal, likeness);
    value.add(4);
    expect(greedySet(value, [0, 1, 2, 3], 2)).toEqual([1, 2]);
  });

  it('follows the weights', () => {
    const value = new FacilityLocation([0, 0, 0, 0, 1], likeness);
    expect(greedySet(value, [0, 1, 2, 3, 4], 1)).toEqual([4]);
  });

  it('is never worse than 63 % of the best set, in a hundred random cases', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 100; round++) {
      const table = Float32Array.from({ length: 49 }, () => random());
      const weights = Array.from({ length: 7 }, () => random());
      const worth = (set: readonly number[]): number => {
        const value = new FacilityLocation(weights, table);
        set.forEach((i) => value.add(i));
        return value.value;
      };
      const chosen = greedySet(new FacilityLocation(weights, table), Array(7).keys(), 3);
      const best = Math.max(...triples(7).map(worth));
      expect(worth(chosen)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    }
  });
});

function triples(count: number): number[][] {
  const all: number[][] = [];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) for (let c = b + 1; c < count; c++) all.push([a, b, c]);
  return all;
}
