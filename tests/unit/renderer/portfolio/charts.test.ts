import { describe, expect, it } from 'vitest';
import { fillRow } from '../../../../src-renderer/lib/charts/fill-row';
import { lightnessOf } from '../../../../src-renderer/lib/charts/lightness';
import { riverOf } from '../../../../src-renderer/lib/charts/river';
import { spreadLabels } from '../../../../src-renderer/lib/charts/spread-labels';
import { byMovement, movement, traitLine } from '../../../../src-renderer/lib/charts/trait-line';

describe('lightnessOf', () => {
  // Ottosson 2020: white is 1, black 0; mid grey and pure red as colorjs.io gives them.
  it.each([
    ['#ffffff', 1],
    ['#000000', 0],
    ['#808080', 0.5999],
    ['#ff0000', 0.628],
  ])('%s is %d light', (hex, expected) => {
    expect(lightnessOf(hex)).toBeCloseTo(expected, 3);
  });
});

describe('riverOf', () => {
  const room = { width: 1000, height: 200, inset: 50 };
  const period = (year: number, count: number, colours: [string, number][]) => ({
    start: `${year}-01-01`,
    count,
    palette: colours.map(([hex, share]) => ({ hex, share })),
  });
  const river = riverOf(
    [
      period(2016, 4, [
        ['#202020', 0.75],
        ['#f0f0f0', 0.25],
      ]),
      period(2017, 16, [
        ['#ffd000', 0.5],
        ['#203080', 0.5],
      ]),
      period(2020, 16, [['#ffffff', 1]]),
    ],
    room,
  );

  it('places periods by their date, so that empty years show as distance', () => {
    const [first = 0, second = 0, last = 0] = river.xs;
    expect([first, last]).toEqual([50, 950]);
    expect((last - second) / (second - first)).toBeCloseTo(3, 1);
  });

  it('flows from light at the top to dark at the bottom', () => {
    expect(river.bands[0]?.stops.map(({ hex }) => hex)).toEqual(['#f0f0f0', '#ffd000', '#ffffff']);
    expect(river.bands[1]?.stops[0]?.hex).toBe('#202020');
  });

  it('is wider where more works were made, and never dries up', () => {
    const [few = 0, many = 0] = river.halves;
    expect(many).toBe(100);
    expect(few).toBeGreaterThan(34);
    expect(few).toBeLessThan(many);
  });

  it('draws every band', () => {
    expect(river.bands).toHaveLength(2);
    for (const { path } of river.bands) expect(path).toMatch(/^M50,/);
  });

  it('stands still for a single period', () => {
    expect(riverOf([period(2020, 3, [['#ffffff', 1]])], room).xs).toEqual([500]);
  });
});

describe('traitLine', () => {
  const room = { width: 220, height: 80, inset: 5 };
  const series = [0.2, 0.9, 0.4].map((value, i) => ({ start: `${2016 + i}-01-01`, value }));

  it('puts high values at the top and spans the width', () => {
    const { points } = traitLine('lightness', series, room);
    expect(points.map(({ x }) => Math.round(x))).toEqual([5, 110, 215]);
    expect(points[1]?.y).toBeCloseTo(5);
    expect(points[0]?.y).toBeCloseTo(75);
  });

  it('lets a small drift look small', () => {
    const steady = [0.5, 0.51, 0.5].map((value, i) => ({ start: `${2016 + i}-01-01`, value }));
    const ys = traitLine('lightness', steady, room).points.map(({ y }) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(6);
  });

  it('orders traits by how far they moved within their own range', () => {
    const values = { lightness: [0.5, 0.55], saturation: [0.02, 0.12] };
    expect(movement('saturation', values.saturation)).toBeCloseTo(0.5);
    expect(
      byMovement(['lightness', 'saturation'], (id) => values[id as keyof typeof values]),
    ).toEqual(['saturation', 'lightness']);
  });
});

describe('spreadLabels', () => {
  it('shows what has room and always the last', () => {
    expect(spreadLabels([0, 100, 200], 40)).toEqual([true, true, true]);
    expect(spreadLabels([0, 20, 40, 60, 70], 40)).toEqual([true, false, false, false, true]);
    expect(spreadLabels([0, 20], 40)).toEqual([true, false]);
    expect(spreadLabels([], 40)).toEqual([]);
  });
});

describe('fillRow', () => {
  const room = { width: 620, height: 100, gap: 10, fill: true };

  it('fills the width exactly with whole works', () => {
    const { cells, height } = fillRow([2, 1, 1.5, 1, 3, 1], room);
    const used = cells.reduce((sum, { width }) => sum + width, 0) + 10 * (cells.length - 1);
    expect(used).toBeCloseTo(620);
    expect(height).toBeGreaterThan(80);
    expect(height).toBeLessThan(130);
  });

  it('keeps each work in its proportion', () => {
    const { cells, height } = fillRow([2, 0.5], room);
    expect(cells.map(({ width }) => width / height)).toEqual([2, 0.5]);
  });

  it('does not blow up a few works to fill the row', () => {
    expect(fillRow([1, 1], room).height).toBe(100);
  });

  it('keeps the wished height where rows stand side by side', () => {
    const row = fillRow([2, 2, 2, 2], { ...room, width: 600, fill: false });
    expect(row.height).toBe(100);
    expect(row.cells).toHaveLength(2);
  });

  it('shrinks one work that is wider than the row', () => {
    expect(fillRow([10], { ...room, fill: false })).toEqual({
      height: 62,
      cells: [{ at: 0, width: 620 }],
    });
  });
});
