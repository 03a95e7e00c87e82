import { describe, expect, it } from 'vitest';
import type { Composition } from '../../../src-main/contract';
import { ariaShortcut } from '../../../src-renderer/lib/aria-shortcut';
import { chunks } from '../../../src-renderer/lib/chunks';
import { errorCodeOf } from '../../../src-renderer/lib/error-code';
import { fitWithin } from '../../../src-renderer/lib/fit';
import { folderName } from '../../../src-renderer/lib/folder-name';
import { heatPixels } from '../../../src-renderer/lib/heat-pixels';
import { moveItem } from '../../../src-renderer/lib/move-item';
import { lightnessToEncoded, notanTable } from '../../../src-renderer/lib/notan-table';
import { overlayShapes } from '../../../src-renderer/lib/overlay-shapes';
import { toggled } from '../../../src-renderer/lib/toggled';

const composition: Composition = {
  weightCentre: { x: 0.25, y: 0.75 },
  symmetryAxis: { x: 0.4, score: 0.6 },
  horizon: { y: 0.62, strength: 0.7 },
  thirds: 0.4,
  golden: 0.3,
  saliency: { width: 1, height: 1, cells: [0] },
};
const size = { width: 300, height: 600 };

describe('overlayShapes', () => {
  it('draws nothing while nothing is on', () => {
    expect(overlayShapes(new Set(), composition, size)).toEqual({ lines: [], circles: [] });
  });

  it('divides both sides in thirds', () => {
    const { lines } = overlayShapes(new Set(['thirds']), composition, size);
    expect(lines.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => Math.round(x1))).toEqual([
      100, 200,
    ]);
    expect(lines.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => Math.round(y1))).toEqual([
      200, 400,
    ]);
  });

  it('divides both sides so that the parts stand in the golden ratio', () => {
    const { lines } = overlayShapes(new Set(['golden']), composition, size);
    const x = lines.find(({ x1, x2 }) => x1 === x2)?.x1 ?? 0;
    expect((300 - x) / x).toBeCloseTo((1 + Math.sqrt(5)) / 2, 6);
  });

  it('draws the measured axis, horizon and centre where they were measured', () => {
    const active = new Set(['symmetry', 'horizon', 'weight']);
    const { lines, circles } = overlayShapes(active, composition, size);
    expect(lines[0]).toMatchObject({ x1: 120, x2: 120 });
    expect(lines[1]).toMatchObject({ y1: 372, y2: 372 });
    expect(circles[0]).toMatchObject({ x: 75, y: 450 });
  });

  it('draws no horizon where none was found', () => {
    const flat = { ...composition, horizon: null };
    expect(overlayShapes(new Set(['horizon']), flat, size).lines).toEqual([]);
  });

  it('draws a grid of squares', () => {
    const { lines } = overlayShapes(new Set(['grid']), composition, size);
    expect(lines.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1)).toEqual([75, 150, 225]);
    expect(lines.filter(({ y1, y2 }) => y1 === y2)).toHaveLength(7);
  });
});

describe('the notan lens', () => {
  it.each([
    [0, 0],
    [1, 1],
    [0.5, 0.3885],
  ])('encodes a neutral of lightness %f as %f', (lightness, encoded) => {
    expect(lightnessToEncoded(lightness)).toBeCloseTo(encoded, 3);
  });

  it('has three tones that change at the measured bounds', () => {
    const tones = notanTable([0.4, 0.7]).split(' ').map(Number);
    expect(new Set(tones).size).toBe(3);
    expect(tones.indexOf(0.5)).toBe(Math.round(lightnessToEncoded(0.4) * 256));
    expect(tones.indexOf(0.96)).toBe(Math.round(lightnessToEncoded(0.7) * 256));
  });
});

describe('heatPixels', () => {
  it('grows brighter and more opaque with heat, hottest cell at the top of the scale', () => {
    const pixels = heatPixels([0, 100, 200]);
    const light = [0, 1, 2].map((cell) => pixels[cell * 4] ?? 0);
    expect(light[0]).toBeLessThan(light[1] ?? 0);
    expect(light[1]).toBeLessThan(light[2] ?? 0);
    expect([...pixels.slice(8, 11)]).toEqual([252, 255, 164]);
  });

  it('bears a map without any heat', () => {
    expect(heatPixels([0, 0])).toHaveLength(8);
  });
});

describe('fitWithin', () => {
  it('keeps the proportion and stays within the room', () => {
    expect(fitWithin({ width: 4000, height: 2000 }, { width: 800, height: 800 })).toEqual({
      width: 800,
      height: 400,
    });
  });

  it('does not blow a tiny work up without bound', () => {
    expect(fitWithin({ width: 16, height: 16 }, { width: 800, height: 800 }).width).toBe(64);
  });
});

describe('moveItem', () => {
  it.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 1, 'abcd'],
  ])('moves the item at %i to %i', (from, to, result) => {
    expect(moveItem([...'abcd'], from, to).join('')).toBe(result);
  });
});

describe('small helpers', () => {
  it('chunks cuts a list without losing anything', () => {
    expect([...chunks([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('toggled returns a changed copy', () => {
    const before = new Set([1]);
    expect([...toggled(before, 2)]).toEqual([1, 2]);
    expect([...toggled(before, 1)]).toEqual([]);
    expect([...before]).toEqual([1]);
  });

  it.each([
    ['/home/a/Pictures/', 'Pictures'],
    ['C:\\Work\\2019', '2019'],
    ['/', '/'],
  ])('folderName of %s is %s', (path, name) => {
    expect(folderName(path)).toBe(name);
  });

  it('errorCodeOf falls back for codes it does not know', () => {
    expect(errorCodeOf('file/empty')).toBe('file/empty');
    expect(errorCodeOf('something/new')).toBe('request/internal');
  });

  it.each([
    ['Ctrl+1', 'Control+1'],
    ['Esc', 'Escape'],
    ['+', 'Plus'],
    [undefined, undefined],
  ])('ariaShortcut of %s is %s', (printed, aria) => {
    expect(ariaShortcut(printed)).toBe(aria);
  });
});
