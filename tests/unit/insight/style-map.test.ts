import { describe, expect, it } from 'vitest';
import { styleMapSchema, type StyleMap } from '../../../src-main/contract';
import { mapPoints, placedMap } from '../../../src-main/engine/insight';
import { squareLayout } from '../../../src-main/engine/insight/square-layout';
import type { WorkTable } from '../../../src-main/engine/storage/work-table';
import { several, syntheticTable } from '../../support/synthetic-table';

const table = syntheticTable([
  ...several(20, { manner: 0, hue: 20 }),
  ...several(20, { manner: 1, hue: 250 }),
  { manner: null },
]);
const styleMap = (works: WorkTable): StyleMap =>
  placedMap(works, new Float32Array(squareLayout(mapPoints(works))));

describe('style map', () => {
  it('shows every embedded work once, within the square', () => {
    const map = styleMap(table);
    expect([...map.ids]).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(map.positions).toHaveLength(80);
    expect(Math.max(...map.positions.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.max(...map.positions.map(Math.abs))).toBeGreaterThan(0.8);
  });

  it('lays works of one manner together', () => {
    const { positions } = styleMap(table);
    let agreeing = 0;
    for (let i = 0; i < 40; i++) {
      const distance = (j: number) =>
        Math.hypot(
          positions[2 * i]! - positions[2 * j]!,
          positions[2 * i + 1]! - positions[2 * j + 1]!,
        );
      const others = [...Array(40).keys()].filter((j) => j !== i);
      const nearest = others.reduce((best, j) => (distance(j) < distance(best) ? j : best));
      if (nearest < 20 === i < 20) agreeing++;
    }
    expect(agreeing).toBeGreaterThan(36);
  });

  it('leaves no two works upon one another, not even copies', () => {
    const copies = { points: new Float32Array(40 * 3).fill(0.5), dim: 3 };
    const positions = squareLayout(copies);
    let least = Infinity;
    for (let i = 0; i < 40; i++)
      for (let j = 0; j < i; j++)
        least = Math.min(
          least,
          Math.hypot(
            positions[2 * i]! - positions[2 * j]!,
            positions[2 * i + 1]! - positions[2 * j + 1]!,
          ),
        );
    expect(least).toBeGreaterThan(0.02);
  });

  it('puts the name of each cluster among its works', () => {
    const map = styleMap(table);
    expect(map.names).toHaveLength(2);
    for (const { cluster, x, y } of map.names) {
      const members = [...map.clusters.keys()].filter((i) => map.clusters[i] === cluster);
      const xs = members.map((i) => map.positions[2 * i]!);
      const ys = members.map((i) => map.positions[2 * i + 1]!);
      expect(x).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(x).toBeLessThanOrEqual(Math.max(...xs));
      expect(y).toBeGreaterThanOrEqual(Math.min(...ys));
      expect(y).toBeLessThanOrEqual(Math.max(...ys));
    }
  });

  it('gives each work its leading colour', () => {
    const { colours } = styleMap(table);
    expect(colours[0]! >> 16).toBeGreaterThan(colours[0]! & 255);
    expect(colours[39]! >> 16).toBeLessThan(colours[39]! & 255);
  });

  it('is the same every time', () => {
    const again = syntheticTable([
      ...several(20, { manner: 0, hue: 20 }),
      ...several(20, { manner: 1, hue: 250 }),
      { manner: null },
    ]);
    expect(styleMap(table).positions).toEqual(styleMap(again).positions);
  });

  it.each([0, 1, 2, 5, 14])('lays out a library of %i works', (count) => {
    const small = syntheticTable(Array.from({ length: count }, (_, i) => ({ manner: i })));
    const map = styleMap(small);
    expect(map.ids).toHaveLength(count);
    expect(styleMapSchema.safeParse(map).error).toBeUndefined();
    for (const value of map.positions) expect(Number.isFinite(value)).toBe(true);
  });

  it('of a large library places most works among the laid-out ones that are like them', () => {
    const { style, ids } = syntheticTable(
      Array.from({ length: 200 }, (_, i) => ({ manner: i % 2 })),
    );
    const positions = squareLayout({ points: style.data, dim: style.dim, mostFitted: 60 });
    const centre = (manner: number) =>
      [0, 1].map(
        (axis) =>
          [...ids.keys()]
            .filter((i) => i % 2 === manner)
            .reduce((sum, i) => sum + positions[2 * i + axis]!, 0) / 100,
      );
    const centres = [centre(0), centre(1)];
    const right = [...ids.keys()].filter((i) => {
      const [own, other] = [centres[i % 2]!, centres[1 - (i % 2)]!].map(([x, y]) =>
        Math.hypot(positions[2 * i]! - x!, positions[2 * i + 1]! - y!),
      );
      return own! < other!;
    });
    expect(right.length).toBeGreaterThan(190);
    for (const value of positions) expect(Math.abs(value)).toBeLessThanOrEqual(1);
  });
});
