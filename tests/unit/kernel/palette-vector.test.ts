import { describe, expect, it } from 'vitest';
import { dot } from '../../../src-main/engine/kernel/cosine';
import { parseHex, srgbToOklab } from '../../../src-main/engine/kernel/oklab';
import { PALETTE_DIM, paletteVector } from '../../../src-main/engine/kernel/palette-vector';

function vectorOf(...colours: [hex: string, share: number][]): Float32Array {
  const rows = Float32Array.from(colours.flatMap(([hex]) => srgbToOklab(...parseHex(hex))));
  return paletteVector(
    rows,
    colours.map(([, share]) => share),
  );
}

describe('palette vector', () => {
  it('has length 1 and nothing below 0', () => {
    const vector = vectorOf(['#ff0000', 0.2], ['#101820', 0.8]);
    expect(vector).toHaveLength(PALETTE_DIM);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
    expect(Math.min(...vector)).toBe(0);
  });

  it('is nearest for the same colours, near for close ones, far for others', () => {
    const blues = vectorOf(['#1e55b5', 0.7], ['#e8e2d0', 0.3]);
    const closeBlues = vectorOf(['#2458ad', 0.65], ['#e4dccb', 0.35]);
    const reds = vectorOf(['#b3122f', 0.7], ['#2e2e30', 0.3]);
    expect(dot(blues, blues)).toBeCloseTo(1, 5);
    expect(dot(blues, closeBlues)).toBeGreaterThan(0.85);
    expect(dot(blues, reds)).toBeLessThan(0.2);
  });

  it('equals the Bhattacharyya coefficient: halves of the same two far colours, 0.5 and 0.9', () => {
    const even = vectorOf(['#000000', 0.5], ['#ffffff', 0.5]);
    const dark = vectorOf(['#000000', 0.9], ['#ffffff', 0.1]);
    expect(dot(even, dark)).toBeCloseTo(Math.sqrt(0.5 * 0.9) + Math.sqrt(0.5 * 0.1), 4);
  });

  it('does not mind how the shares are scaled, and is all 0 without any', () => {
    expect(dot(vectorOf(['#123456', 4]), vectorOf(['#123456', 0.25]))).toBeCloseTo(1, 5);
    expect(Math.max(...vectorOf(['#123456', 0]))).toBe(0);
  });
});
