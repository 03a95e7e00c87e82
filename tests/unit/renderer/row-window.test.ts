import { describe, expect, it } from 'vitest';
import { rowWindow } from '../../../src-renderer/lib/row-window';

describe('rows of one height', () => {
  it('are drawn where they are seen, with some to spare', () => {
    expect(rowWindow(1000, 48, 480, 4800)).toMatchObject({ from: 94, to: 116, shift: 0 });
  });

  it('end with the last one', () => {
    expect(rowWindow(12, 48, 4800, 0)).toMatchObject({ from: 0, to: 11 });
    expect(rowWindow(0, 48, 480, 0)).toMatchObject({ from: 0, to: -1 });
  });

  it('can all be reached, even of millions, and lie within what is seen', () => {
    const [count, height, viewport] = [2_000_000, 48, 480];
    const { scale } = rowWindow(count, height, viewport, 0);
    const scrollTop = scale.height - viewport;
    const end = rowWindow(count, height, viewport, scrollTop);
    expect(end.to).toBe(count - 1);
    expect(end.to * height + end.shift + height).toBeCloseTo(scrollTop + viewport, 5);
  });
});
