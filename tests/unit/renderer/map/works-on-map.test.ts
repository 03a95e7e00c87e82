import { describe, expect, it } from 'vitest';
import { dotColours } from '../../../../src-renderer/lib/map/dot-colours';
import { neighbour } from '../../../../src-renderer/lib/map/neighbour';
import { STRETCH, stretched } from '../../../../src-renderer/lib/map/stretch';
import {
  dotSize,
  pictureShare,
  sizeOf,
  workSide,
} from '../../../../src-renderer/lib/map/work-size';

describe('dotColours', () => {
  const works = {
    clusters: Uint8Array.from([1, 0, 255]),
    colours: Uint32Array.from([0xff8000, 0x102030, 0xffffff]),
  };
  const series = [
    [1, 2, 3],
    [4, 5, 6],
  ] as const;

  it('gives each group its colour and the rest grey', () => {
    expect([...dotColours(works, 'group', series, [9, 9, 9])]).toEqual([
      4, 5, 6, 255, 1, 2, 3, 255, 9, 9, 9, 255,
    ]);
  });

  it('gives each work its own leading colour', () => {
    expect([...dotColours(works, 'colour', series, [9, 9, 9])]).toEqual([
      255, 128, 0, 255, 16, 32, 48, 255, 255, 255, 255, 255,
    ]);
  });
});

describe('neighbour', () => {
  //  1 . 2
  //  . 0 .
  //  3 . 4, and 5 far to the right
  const positions = Float32Array.from([0, 0, -1, -1.2, 1, -1.2, -1.2, 1, 1.2, 1, 6, 0.1]);
  const all = [0, 1, 2, 3, 4, 5];

  it('goes to the nearest work that lies that way', () => {
    expect(neighbour(positions, all, 0, 'up')).toBe(1);
    expect(neighbour(positions, all, 0, 'left')).toBe(3);
    expect(neighbour(positions, all, 1, 'right')).toBe(2);
  });

  it('stays at the rim', () => {
    expect(neighbour(positions, all, 5, 'right')).toBe(5);
  });
});

describe('the size of works', () => {
  it('shrinks with their number, so that they have room beside one another', () => {
    expect(workSide(400)).toBeCloseTo(workSide(100) / 2);
    expect(Number.isFinite(workSide(0))).toBe(true);
  });

  it('turns dots into pictures as one comes closer', () => {
    expect([5, 18, 22, 26, 300].map(pictureShare)).toEqual([0, 0, 0.5, 1, 1]);
    expect(dotSize(1)).toBeGreaterThan(2);
  });

  it('keeps the proportion of every work', () => {
    expect(sizeOf(100, 2)).toEqual({ width: 100, height: 50 });
    expect(sizeOf(100, 0.5)).toEqual({ width: 50, height: 100 });
  });
});

describe('stretched', () => {
  it('widens a layout and leaves the given one as it is', () => {
    const laidOut = Float32Array.from([1, 1, -0.5, 0.25]);
    expect([...stretched(laidOut)]).toEqual([
      ...Float32Array.from([STRETCH, 1, -0.5 * STRETCH, 0.25]),
    ]);
    expect([...laidOut]).toEqual([1, 1, -0.5, 0.25]);
  });
});
