import { describe, expect, it, test } from 'vitest';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import { checkerboard, flat, grey, paint } from './pictures';

const measure = (image: Parameters<typeof analyseWork>[0]) => analyseWork(image).analysis;

/** Soft waves whose crests run at an angle, degrees anticlockwise from horizontal. */
const waves = (degrees: number) =>
  paint(200, 200, (x, y) => {
    const angle = (degrees * Math.PI) / 180;
    const across = x * Math.sin(angle) + y * Math.cos(angle);
    return grey(0.5 + 0.5 * Math.sin(2 * Math.PI * 12 * across));
  });

describe('scale of detail', () => {
  it('is smaller for fine cells than for coarse ones', () => {
    const scales = [2, 4, 16, 64].map((cell) => measure(checkerboard(cell)).texture.detailScale);
    expect(scales).toEqual([...scales].sort((a, b) => a - b));
  });

  test.each([4, 16, 64])('of a checkerboard is the size of its cells, %i of 256 pixels', (cell) => {
    expect(measure(checkerboard(cell)).texture.detailScale).toBeCloseTo(cell / 256, 6);
  });

  it('of a flat picture is the whole of it', () => {
    expect(measure(flat('#445566')).texture.detailScale).toBe(1);
  });
});

describe('edges', () => {
  it('are none on a flat or softly shaded picture, many on a checkerboard', () => {
    expect(measure(flat('#445566')).texture.edgeDensity).toBe(0);
    expect(measure(paint(256, 192, (x) => grey(x))).texture.edgeDensity).toBe(0);
    expect(measure(checkerboard(4)).texture.edgeDensity).toBeGreaterThan(0.4);
    expect(measure(checkerboard(32)).texture.edgeDensity).toBeLessThan(0.2);
  });

  test.each([
    { degrees: 0, bin: 0 },
    { degrees: 22.5, bin: 1 },
    { degrees: 45, bin: 2 },
    { degrees: 67.5, bin: 3 },
    { degrees: 90, bin: 4 },
    { degrees: 135, bin: 6 },
    { degrees: 157.5, bin: 7 },
  ])('strokes at $degrees degrees fill bin $bin', ({ degrees, bin }) => {
    const { texture, traits } = measure(waves(degrees));
    expect(texture.orientations[bin]).toBeGreaterThan(0.7);
    expect(texture.orientations.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(traits.orientation).toBeGreaterThan(0.7);
  });

  it('no direction rules where verticals and horizontals are equal', () => {
    expect(measure(checkerboard(16)).traits.orientation).toBeLessThan(0.05);
    expect(measure(flat('#445566')).texture.orientations).toEqual(Array(8).fill(0.125));
  });
});
