import { describe, expect, it } from 'vitest';
import { changePoints } from '../../../src-main/engine/kernel/change-points';
import { seededRandom } from '../../../src-main/engine/kernel/random';

/** Roughly normal noise of deviation 1: twelve uniform draws. */
function noise(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
}

function series(
  rows: number,
  dim: number,
  seed: number,
  meanAt: (row: number) => number,
): Float32Array {
  const draw = noise(seed);
  return Float32Array.from({ length: rows * dim }, (_, i) => meanAt(Math.floor(i / dim)) + draw());
}

describe('change points', () => {
  it('finds the step of a series, and how strong it is', () => {
    const points = series(80, 2, 1, (row) => (row < 30 ? 0 : 5));
    const [only, ...others] = changePoints({ points, dim: 2 });
    expect(others).toEqual([]);
    expect(only?.index).toBe(30);
    // The means lie 5 sqrt 2 apart, the spread of two columns of deviation 1 is sqrt 2.
    expect(only?.strength).toBeGreaterThan(4);
    expect(only?.strength).toBeLessThan(6);
  });

  it('finds a period that comes and goes', () => {
    const points = series(90, 1, 2, (row) => (row >= 30 && row < 60 ? 6 : 0));
    expect(changePoints({ points, dim: 1 }).map(({ index }) => index)).toEqual([30, 60]);
  });

  it('finds none in noise, whatever the number of columns', () => {
    for (const dim of [1, 3, 14])
      for (let seed = 10; seed < 30; seed++)
        expect(changePoints({ points: series(60, dim, seed, () => 0), dim })).toEqual([]);
  });

  it('does not mind the units of a column', () => {
    const points = series(60, 1, 4, (row) => (row < 25 ? 0 : 5));
    const scaled = points.map((value) => value * 1000);
    expect(changePoints({ points: scaled, dim: 1 }).map(({ index }) => index)).toEqual(
      changePoints({ points, dim: 1 }).map(({ index }) => index),
    );
  });

  it('keeps stretches as long as asked for', () => {
    const points = series(40, 1, 5, (row) => (row >= 20 && row < 22 ? 30 : 0));
    for (const { index } of changePoints({ points, dim: 1, minSegment: 8 })) {
      expect(index).toBeGreaterThanOrEqual(8);
      expect(index).toBeLessThanOrEqual(32);
    }
  });

  it('finds a clean step without any noise, and none where nothing ever changes', () => {
    const points = Float32Array.from({ length: 20 }, (_, i) => (i < 12 ? 1 : 2));
    const [only] = changePoints({ points, dim: 1 });
    expect(only?.index).toBe(12);
    expect(Number.isFinite(only?.strength)).toBe(true);
    expect(changePoints({ points: new Float32Array(40).fill(3), dim: 2 })).toEqual([]);
    expect(changePoints({ points: new Float32Array(0), dim: 2 })).toEqual([]);
  });
});
