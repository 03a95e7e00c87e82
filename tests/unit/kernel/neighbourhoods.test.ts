import { describe, expect, it } from 'vitest';
import { localOutlierFactors } from '../../../src-main/engine/kernel/local-outlier-factor';
import { nearestNeighbours } from '../../../src-main/engine/kernel/nearest-neighbours';
import { seededRandom } from '../../../src-main/engine/kernel/random';

describe('nearest neighbours', () => {
  it('are the nearest others, nearest first', () => {
    const points = Float32Array.of(0, 1, 3, 7);
    const { rows, distances, k } = nearestNeighbours(points, points, 1, 2);
    expect(k).toBe(2);
    expect([...rows]).toEqual([1, 2, 0, 2, 1, 0, 2, 1]);
    expect([...distances.subarray(6)]).toEqual([4, 6]);
  });

  it('among references may be the same place', () => {
    const { rows, distances } = nearestNeighbours(
      Float32Array.of(5),
      Float32Array.of(0, 5, 9),
      1,
      1,
    );
    expect([rows[0], distances[0]]).toEqual([1, 0]);
  });

  it('are fewer where there are fewer', () => {
    expect(nearestNeighbours(Float32Array.of(1), Float32Array.of(1), 1, 3).k).toBe(1);
    const alone = Float32Array.of(1);
    expect(nearestNeighbours(alone, alone, 1, 3).k).toBe(0);
  });
});

describe('local outlier factor', () => {
  it('is 1 everywhere on a ring of equal steps', () => {
    const ring = Float32Array.from({ length: 40 }, (_, i) =>
      i % 2 ? Math.sin((i >> 1) * (Math.PI / 10)) : Math.cos((i >> 1) * (Math.PI / 10)),
    );
    for (const factor of localOutlierFactors(ring, 2, 2)) expect(factor).toBeCloseTo(1, 3);
  });

  it('is high for a point beside a dense group, though a loose group is looser still', () => {
    const random = seededRandom(8);
    const dense = Array.from({ length: 60 }, () => random() * 0.1);
    const loose = Array.from({ length: 60 }, () => 50 + random() * 20);
    const points = Float32Array.from([...dense, ...loose, 1, 0.05]);
    const factors = localOutlierFactors(points, 2, 5);
    expect(factors[60]).toBe(Math.max(...factors));
    expect(factors[60]).toBeGreaterThan(5);
  });

  it('of a sample of references still finds it', () => {
    const random = seededRandom(9);
    const points = Float32Array.from([...Array.from({ length: 400 }, random), 3, 3]);
    const factors = localOutlierFactors(points, 2, 5, points.slice(0, 200));
    expect(factors[200]).toBe(Math.max(...factors));
  });

  it('is 1 for a point without any other', () => {
    expect([...localOutlierFactors(Float32Array.of(4), 1, 3)]).toEqual([1]);
  });
});
