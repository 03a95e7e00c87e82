import { describe, expect, it, test } from 'vitest';
import {
  hexOf,
  linearSrgbToOklab,
  oklabToSrgb,
  parseHex,
  srgbToOklab,
} from '../../../src-main/engine/kernel/oklab';

/** IEC 61966-2-1: CIE XYZ under D65 to linear sRGB. */
function xyzToLinearSrgb([x, y, z]: readonly [number, number, number]): [number, number, number] {
  return [
    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
    -0.969266 * x + 1.8760108 * y + 0.041556 * z,
    0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
  ];
}

describe('OKLab', () => {
  // Ottosson 2020, 'Table of example XYZ and Oklab pairs', given to three decimals.
  test.each([
    { xyz: [0.95, 1, 1.089], expected: [1, 0, 0] },
    { xyz: [1, 0, 0], expected: [0.45, 1.236, -0.019] },
    { xyz: [0, 1, 0], expected: [0.922, -0.671, 0.263] },
    { xyz: [0, 0, 1], expected: [0.153, -1.415, -0.449] },
  ] as const)('XYZ $xyz is $expected', ({ xyz, expected }) => {
    const lab = linearSrgbToOklab(...xyzToLinearSrgb(xyz));
    lab.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(0.002));
  });

  // W3C, CSS Color 4, sample colours of section 9 (lime, red, blue), to four decimals.
  test.each([
    { hex: '#ff0000', expected: [0.628, 0.2249, 0.1258] },
    { hex: '#00ff00', expected: [0.8664, -0.2339, 0.1795] },
    { hex: '#0000ff', expected: [0.452, -0.0325, -0.3115] },
  ] as const)('$hex is $expected', ({ hex, expected }) => {
    srgbToOklab(...parseHex(hex)).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 3));
  });

  it('brings every colour of a 17-step cube back to its own bytes', () => {
    for (let r = 0; r < 256; r += 15)
      for (let g = 0; g < 256; g += 15)
        for (let b = 0; b < 256; b += 15)
          expect(oklabToSrgb(...srgbToOklab(r, g, b))).toEqual([r, g, b]);
  });

  it('clips what sRGB cannot show', () => {
    expect(oklabToSrgb(1.2, 0, 0)).toEqual([255, 255, 255]);
    expect(oklabToSrgb(-0.2, 0, 0)).toEqual([0, 0, 0]);
  });
});

describe('hex', () => {
  it('writes and reads the same colour', () => {
    expect(hexOf([0, 10, 255])).toBe('#000aff');
    expect(parseHex('#000AFF')).toEqual([0, 10, 255]);
  });

  it('says what it expected', () => {
    expect(() => parseHex('red')).toThrow("Expected #rrggbb but received 'red'");
  });
});
