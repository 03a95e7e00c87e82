import { describe, expect, it } from 'vitest';
import { turnLevel } from '../../../src-main/engine/insight/turn-level';

describe('turnLevel', () => {
  it('lays a leaning cloud on its side and keeps all distances', () => {
    const upright = Float32Array.from([0, 0, 1, 2, 2, 4, 1.2, 1.9, 3, 6]);
    const turned = upright.slice();
    turnLevel(turned);
    const spread = (axis: 0 | 1): number => {
      const values = [...turned].filter((_, i) => i % 2 === axis);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(0)).toBeCloseTo(Math.hypot(3, 6), 2);
    expect(spread(1)).toBeLessThan(0.3);
    expect(Math.hypot(turned[2]! - turned[8]!, turned[3]! - turned[9]!)).toBeCloseTo(
      Math.hypot(2, 4),
      5,
    );
  });

  it('leaves a cloud that is level as it is', () => {
    const level = Float32Array.from([-3, 0, 3, 0, 0, 1, 0, -1]);
    const turned = level.slice();
    turnLevel(turned);
    expect([...turned]).toEqual([...level]);
  });
});
