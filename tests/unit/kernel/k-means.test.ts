import { describe, expect, it } from 'vitest';
import { kMeans } from '../../../src-main/engine/kernel/k-means';
import { seededRandom } from '../../../src-main/engine/kernel/random';

/** Sum of squared distances to the own mean, of the best of all ways to part the points in two. */
function bestOfAllPartitions(points: readonly (readonly [number, number])[]): number {
  let least = Infinity;
  for (let mask = 1; mask < 2 ** points.length - 1; mask++) {
    const groups = [0, 1].map((side) => points.filter((_, i) => ((mask >> i) & 1) === side));
    const cost = groups.reduce((sum, group) => {
      const x = group.reduce((total, point) => total + point[0], 0) / group.length;
      const y = group.reduce((total, point) => total + point[1], 0) / group.length;
      return (
        sum + group.reduce((total, point) => total + (point[0] - x) ** 2 + (point[1] - y) ** 2, 0)
      );
    }, 0);
    least = Math.min(least, cost);
  }
  return least;
}

describe('k-means', () => {
  it('finds the best of all partitions of five points in two', () => {
    const points = [
      [1, 2],
      [2, 2],
      [2, 3],
      [1, 3],
      [0, 1],
    ] as const;
    const result = kMeans({
      points: Float32Array.from(points.flat()),
      dim: 2,
      k: 2,
      seed: 1,
      restarts: 8,
    });
    expect(result.inertia).toBeCloseTo(bestOfAllPartitions(points), 6);
    expect(result.assignments[4]).not.toBe(result.assignments[2]);
  });

  it('finds three well parted clouds and their centres', () => {
    const random = seededRandom(5);
    const middles = [0, 10, 20];
    const points = Float32Array.from({ length: 90 }, (_, i) => middles[i % 3]! + random() - 0.5);
    const { centroids, assignments } = kMeans({ points, dim: 1, k: 3, seed: 1 });
    [...centroids]
      .sort((a, b) => a - b)
      .forEach((c, i) => expect(Math.abs(c - middles[i]!)).toBeLessThan(0.3));
    expect(new Set([0, 3, 6, 9].map((i) => assignments[i])).size).toBe(1);
  });

  it('lets a heavy point pull the centre: 0 with weight 3 and 4 with weight 1 meet at 1', () => {
    const { centroids, inertia } = kMeans({
      points: Float32Array.of(0, 4),
      dim: 1,
      k: 1,
      weights: Float32Array.of(3, 1),
      seed: 1,
    });
    expect(centroids[0]).toBeCloseTo(1, 6);
    expect(inertia).toBeCloseTo(3 * 1 + 1 * 9, 5);
  });

  it('gives the same answer for the same seed', () => {
    const points = Float32Array.from({ length: 200 }, seededRandom(3));
    const run = (): number[] => [...kMeans({ points, dim: 2, k: 5, seed: 9 }).assignments];
    expect(run()).toEqual(run());
  });

  it('never makes more clusters than there are points, and copes with equal points and none', () => {
    expect(kMeans({ points: Float32Array.of(1, 2), dim: 1, k: 9, seed: 1 }).centroids).toHaveLength(
      2,
    );
    expect(kMeans({ points: new Float32Array(8), dim: 2, k: 3, seed: 1 }).inertia).toBe(0);
    expect(kMeans({ points: new Float32Array(0), dim: 2, k: 3, seed: 1 }).assignments).toHaveLength(
      0,
    );
  });
});
