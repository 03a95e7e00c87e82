import { describe, expect, it } from 'vitest';
import {
  cellsBetween,
  cellsOfRow,
  justifiedRows,
  rowAt,
  rowOf,
} from '../../../src-renderer/lib/justified-rows';
import { moveFocus } from '../../../src-renderer/lib/move-focus';

const options = { width: 1000, rowHeight: 200, gap: 10 };
const varied = Float32Array.from({ length: 500 }, (_, at) => 0.4 + ((at * 37) % 23) / 10);

describe('justifiedRows', () => {
  it('fills every row but the last to the full width and keeps each proportion', () => {
    const layout = justifiedRows(varied, options);
    for (let row = 0; row < layout.heights.length - 1; row++) {
      const cells = cellsOfRow(layout, varied, row);
      const last = cells.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000, 2);
      for (const cell of cells)
        expect(cell.width / cell.height).toBeCloseTo(varied[cell.at] ?? 0, 4);
    }
  });

  it('shows every work exactly once, in order', () => {
    const layout = justifiedRows(varied, options);
    const shown = cellsBetween(layout, varied, 0, layout.total).map(({ at }) => at);
    expect(shown).toEqual(Array.from(varied.keys()));
  });

  it('keeps rows near the wished height', () => {
    const { heights } = justifiedRows(varied, options);
    for (const height of heights.slice(0, -1)) {
      expect(height).toBeGreaterThan(120);
      expect(height).toBeLessThan(320);
    }
  });

  it('gives a panorama wider than the row a lower row of its own', () => {
    const layout = justifiedRows([1, 12, 1], options);
    const [panorama] = cellsOfRow(layout, [1, 12, 1], rowOf(layout, 1)).filter(
      ({ at }) => at === 1,
    );
    expect(panorama?.width).toBeLessThanOrEqual(1000);
    expect((panorama?.width ?? 0) / (panorama?.height ?? 1)).toBeCloseTo(12);
  });

  it('does not stretch a last row that is not full', () => {
    const layout = justifiedRows([1], options);
    expect(layout.heights[0]).toBe(200);
    expect(layout.total).toBe(200);
  });

  it('has no rows for no works', () => {
    const layout = justifiedRows([], options);
    expect(layout.heights).toHaveLength(0);
    expect(cellsBetween(layout, [], 0, 1000)).toEqual([]);
  });
});

describe('rowAt and rowOf', () => {
  const layout = justifiedRows(varied, options);

  it('agree with the layout', () => {
    for (let row = 0; row < layout.heights.length; row++) {
      expect(rowAt(layout, (layout.tops[row] ?? 0) + 1)).toBe(row);
      expect(rowOf(layout, layout.starts[row] ?? 0)).toBe(row);
    }
  });

  it('stay within the rows beyond both ends', () => {
    expect(rowAt(layout, -50)).toBe(0);
    expect(rowAt(layout, layout.total + 5000)).toBe(layout.heights.length - 1);
  });
});

describe('moveFocus', () => {
  const squares = new Float32Array(12).fill(1);
  const layout = justifiedRows(squares, { width: 430, rowHeight: 100, gap: 10 });

  it('moves sideways in reading order and stops at the ends', () => {
    expect(moveFocus(layout, squares, 3, 'right')).toBe(4);
    expect(moveFocus(layout, squares, 0, 'left')).toBe(0);
    expect(moveFocus(layout, squares, 11, 'right')).toBe(11);
  });

  it('moves up and down to the work that lies nearest', () => {
    expect(moveFocus(layout, squares, 1, 'down')).toBe(5);
    expect(moveFocus(layout, squares, 6, 'up')).toBe(2);
    expect(moveFocus(layout, squares, 2, 'up')).toBe(2);
  });
});
