import { describe, expect, it } from 'vitest';
import { cosineSimilarity, dot, normalise } from '../../../src-main/engine/kernel/cosine';
import { seededRandom } from '../../../src-main/engine/kernel/random';

describe('cosine', () => {
  it('of (3, 4) and (1, 7) is 31 / (5 sqrt 50)', () => {
    expect(dot([3, 4], [1, 7])).toBe(31);
    expect(cosineSimilarity([3, 4], [1, 7])).toBeCloseTo(31 / (5 * Math.sqrt(50)), 12);
    expect(cosineSimilarity([3, 4], [1, 7])).toBeCloseTo(0.877, 3);
  });

  it('is 1 for the same direction, -1 for the opposite, 0 across', () => {
    expect(cosineSimilarity([1, 2], [10, 20])).toBe(1);
    expect(cosineSimilarity([1, 2], [-1, -2])).toBe(-1);
    expect(cosineSimilarity([1, 0], [0, 5])).toBe(0);
  });

  it('is 0 where a vector says nothing', () => {
    expect(cosineSimilarity([0, 0], [1, 1])).toBe(0);
  });
});

describe('normalise', () => {
  it('scales to length 1 in place', () => {
    const vector = Float64Array.of(3, 4);
    expect(normalise(vector)).toBe(vector);
    expect([...vector]).toEqual([0.6, 0.8]);
  });

  it('leaves zeros alone', () => {
    expect([...normalise(new Float32Array(3))]).toEqual([0, 0, 0]);
  });
});

describe('seeded random numbers', () => {
  it('repeat for the same seed and differ for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it('fill 0..1 evenly: each tenth holds a tenth of 10,000 draws, within four deviations', () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]!++;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(900));
  });
});
