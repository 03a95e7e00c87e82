import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { meanSilhouette } from '../../../src-main/engine/kernel/silhouette';

describe('mean silhouette', () => {
  it('of 0, 1 | 10, 11 is the mean of 9.5/10.5 and 8.5/9.5', () => {
    const points = Float32Array.of(0, 1, 10, 11);
    expect(meanSilhouette(points, 1, [0, 0, 1, 1])).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 6);
  });

  it('is negative when the clusters are crossed', () => {
    expect(meanSilhouette(Float32Array.of(0, 1, 10, 11), 1, [0, 1, 0, 1])).toBeLessThan(0);
  });

  it('is 0 for one cluster, for nothing, and counts 0 for a row alone in its cluster', () => {
    expect(meanSilhouette(Float32Array.of(0, 1), 1, [0, 0])).toBe(0);
    expect(meanSilhouette(new Float32Array(0), 1, [])).toBe(0);
    // 0 and 1: a = 1, b = 10 and 9; the row at 10 is alone.
    expect(meanSilhouette(Float32Array.of(0, 1, 10), 1, [0, 0, 1])).toBeCloseTo(
      (0.9 + 8 / 9) / 3,
      6,
    );
  });

  it('of a sample is close to that of all', () => {
    const random = seededRandom(2);
    const points = Float32Array.from({ length: 600 }, (_, i) => (i % 2) * 3 + random());
    const assignments = Array.from({ length: 600 }, (_, i) => i % 2);
    const all = meanSilhouette(points, 1, assignments);
    expect(Math.abs(meanSilhouette(points, 1, assignments, { sample: 150 }) - all)).toBeLessThan(
      0.03,
    );
  });
});
