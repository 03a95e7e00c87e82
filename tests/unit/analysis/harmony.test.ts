import { describe, expect, it, test } from 'vitest';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import {
  fromPaintersWheel,
  toPaintersWheel,
} from '../../../src-main/engine/imaging/analysis/painters-wheel';
import { parseHex, srgbToOklab } from '../../../src-main/engine/kernel/oklab';
import { flat, grey, paint } from './pictures';

/** Equal vertical stripes. */
const stripes = (...colours: string[]) =>
  paint(120, 30, (x) => colours[Math.floor(x * colours.length)] ?? '#000000');
const harmonyOf = (image: Parameters<typeof analyseWork>[0]) => analyseWork(image).analysis.harmony;

/** OKLab hue, degrees 0..360. */
function hueOf(hex: string): number {
  const [, a, b] = srgbToOklab(...parseHex(hex));
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

describe('harmony', () => {
  test.each([
    { scheme: 'monochrome', colours: ['#1b2f6b', '#5570b8', '#a9b8e0'] },
    { scheme: 'analogous', colours: ['#e0301e', '#ec7a1c', '#e8b020'] },
    { scheme: 'complementary', colours: ['#e07a1f', '#1f56b0'] },
    { scheme: 'complementary', colours: ['#d3202a', '#1d8a3a'] },
    { scheme: 'complementary', colours: ['#e6cf1e', '#6a2fa0'] },
    { scheme: 'triadic', colours: ['#d3202a', '#e6cf1e', '#1f56b0'] },
  ])('$colours is $scheme', ({ scheme, colours }) => {
    const harmony = harmonyOf(stripes(...colours));
    expect(harmony.scheme).toBe(scheme);
    expect(harmony.fit).toBeGreaterThan(0.8);
  });

  it('of a drawing in ink is neutral', () => {
    expect(harmonyOf(paint(64, 64, (x, y) => grey((x * 7 + y * 3) % 1))).scheme).toBe('neutral');
  });

  it('turns its template to the hue that is there', () => {
    expect(Math.abs(harmonyOf(flat('#2c7fb0')).hue - hueOf('#2c7fb0'))).toBeLessThan(30);
  });

  it('fits a rainbow worse than any scheme it was made for', () => {
    const rainbow = stripes(
      '#d3202a',
      '#ec7a1c',
      '#e6cf1e',
      '#1d8a3a',
      '#1f9aa0',
      '#1f56b0',
      '#6a2fa0',
    );
    expect(harmonyOf(rainbow).fit).toBeLessThan(0.8);
  });
});

describe("the painters' circle", () => {
  it('sets red against green, orange against blue and yellow against violet', () => {
    const place = (hex: string) => toPaintersWheel(hueOf(hex));
    for (const [one, other] of [
      ['#d3202a', '#1d8a3a'],
      ['#e07a1f', '#1f56b0'],
      ['#e6cf1e', '#6a2fa0'],
    ] as const) {
      const apart = Math.abs(place(one) - place(other));
      expect(Math.abs(180 - apart)).toBeLessThan(20);
    }
  });

  it('is left the way it was entered', () => {
    for (let hue = 0; hue < 360; hue += 7)
      expect(fromPaintersWheel(toPaintersWheel(hue))).toBeCloseTo(hue, 6);
  });
});
