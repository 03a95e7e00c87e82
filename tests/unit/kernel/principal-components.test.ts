import { describe, expect, it } from 'vitest';
import { principalComponents } from '../../../src-main/engine/kernel/principal-components';
import { seededRandom } from '../../../src-main/engine/kernel/random';

describe('principal components', () => {
  it('of points on a line are their places along it', () => {
    const { scores, components, shares } = principalComponents(
      Float32Array.of(0, 0, 3, 4, 6, 8),
      2,
      2,
    );
    expect(components).toBe(2);
    expect([scores[0], scores[2], scores[4]]).toEqual([
      expect.closeTo(-5, 4),
      expect.closeTo(0, 4),
      expect.closeTo(5, 4),
    ]);
    expect(shares[0]).toBeCloseTo(1, 6);
  });

  it('finds the directions by the variance they carry', () => {
    const random = seededRandom(3);
    const data = new Float32Array(400 * 5);
    for (let i = 0; i < 400; i++) {
      data[5 * i + 3] = 10 * (random() - 0.5);
      data[5 * i + 1] = 4 * (random() - 0.5);
      data[5 * i] = 0.5 * (random() - 0.5);
    }
    const { scores } = principalComponents(data, 5, 2);
    const middle3 = data.filter((_, i) => i % 5 === 3).reduce((s, v) => s + v, 0) / 400;
    for (let i = 0; i < 400; i += 37)
      expect(Math.abs(scores[2 * i]! - (data[5 * i + 3]! - middle3))).toBeLessThan(0.2);
  });

  it('keeps all distances when all components are kept', () => {
    const random = seededRandom(4);
    const data = Float32Array.from({ length: 12 * 4 }, random);
    const { scores } = principalComponents(data, 4, 4);
    const distance = (d: Float32Array, i: number, j: number) =>
      Math.hypot(...[0, 1, 2, 3].map((k) => d[4 * i + k]! - d[4 * j + k]!));
    expect(distance(scores, 2, 9)).toBeCloseTo(distance(data, 2, 9), 4);
  });

  it.each([
    { what: 'nothing', data: new Float32Array(0), dim: 3 },
    { what: 'one row', data: Float32Array.of(1, 2, 3), dim: 3 },
    { what: 'no columns', data: new Float32Array(0), dim: 0 },
  ])('of $what are none', ({ data, dim }) => {
    expect(principalComponents(data, dim, 2).components).toBe(0);
  });
});
