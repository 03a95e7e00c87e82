import { describe, expect, it } from 'vitest';
import { PlaneIndex } from '../../../../src-renderer/lib/map/plane-index';

/** Places without order that are the same on every run. */
function scattered(count: number): Float32Array {
  return Float32Array.from({ length: 2 * count }, (_, i) => Math.sin(i * 12.9898) * 0.97);
}

describe('PlaneIndex', () => {
  const positions = scattered(5000);
  const index = new PlaneIndex(positions);

  it('finds exactly the works within a box', () => {
    const box = { left: -0.31, top: 0.1, right: 0.42, bottom: 0.55 };
    const expected = [...Array(5000).keys()].filter((at) => {
      const [x = 0, y = 0] = positions.slice(2 * at);
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    });
    expect(index.within(box).sort((a, b) => a - b)).toEqual(expected);
  });

  it('finds all works in a box larger than the plane', () => {
    expect(index.within({ left: -9, top: -9, right: 9, bottom: 9 })).toHaveLength(5000);
  });

  it('finds the nearest work within reach', () => {
    const [x = 0, y = 0] = positions.slice(2 * 1234);
    expect(index.nearest({ x: x + 1e-5, y }, 0.05)).toBe(1234);
    expect(index.nearest({ x: 5, y: 5 }, 0.5)).toBe(-1);
  });

  it('holds works at one place, one work, and none', () => {
    const stacked = new PlaneIndex(new Float32Array(20));
    expect(stacked.within({ left: -1, top: -1, right: 1, bottom: 1 })).toHaveLength(10);
    expect(new PlaneIndex(Float32Array.from([0.2, 0.3])).nearest({ x: 0.2, y: 0.3 }, 0.1)).toBe(0);
    expect(new PlaneIndex(new Float32Array()).within(stacked.bounds)).toEqual([]);
  });
});
