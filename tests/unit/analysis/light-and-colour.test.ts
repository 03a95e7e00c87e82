import { describe, expect, it } from 'vitest';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import { colourfulness } from '../../../src-main/engine/imaging/analysis/colourfulness';
import { otsuThree } from '../../../src-main/engine/imaging/analysis/otsu';
import { flat, grey, paint } from './pictures';

const measure = (image: Parameters<typeof analyseWork>[0]) => analyseWork(image).analysis;

describe('temperature', () => {
  it('is warm for a sunset, cool for ice, neither for stone and grass', () => {
    const sunset = paint(64, 48, (_, y) => (y < 0.5 ? '#f0a040' : '#c04020'));
    const ice = paint(64, 48, (_, y) => (y < 0.5 ? '#a8d8ec' : '#2a78b0'));
    expect(measure(sunset).traits.temperature).toBeGreaterThan(0.7);
    expect(measure(ice).traits.temperature).toBeLessThan(-0.7);
    expect(measure(flat('#808080')).traits.temperature).toBeCloseTo(0, 3);
    expect(Math.abs(measure(flat('#3f9a3f')).traits.temperature)).toBeLessThan(0.4);
  });

  it('of half warm and half cool is near the middle', () => {
    const both = paint(64, 48, (x) => (x < 0.5 ? '#e08a3c' : '#3c86c0'));
    expect(Math.abs(measure(both).traits.temperature)).toBeLessThan(0.3);
  });
});

describe('saturation, colourfulness and spread of hue', () => {
  it('grow from grey over muted to vivid', () => {
    const pictures = ['#8a8a8a', '#8a7a70', '#c86a30'].map((hex) => measure(flat(hex)).traits);
    const saturations = pictures.map(({ saturation }) => saturation);
    expect(saturations).toEqual([...saturations].sort((a, b) => a - b));
    expect(saturations[0]).toBeLessThan(0.001);
  });

  it('colourfulness follows the formula of 2003: halves of red and green', () => {
    // rg = +-255, yb = 127.5 in both: sigma = 255, mu = 127.5.
    const image = paint(2, 1, (x) => (x < 0.5 ? '#ff0000' : '#00ff00'));
    expect(colourfulness(image)).toBeCloseTo(255 + 0.3 * 127.5, 6);
    expect(colourfulness(flat('#777777'))).toBe(0);
  });

  it('hue spread is 0 for one hue and near 1 for opposite ones', () => {
    expect(measure(flat('#c86a30')).traits.hueSpread).toBeLessThan(0.01);
    const opposite = paint(64, 48, (x) => (x < 0.5 ? '#c9502e' : '#1f8f9f'));
    expect(measure(opposite).traits.hueSpread).toBeGreaterThan(0.6);
  });
});

describe('values', () => {
  it('tell a night piece from snow', () => {
    expect(measure(flat('#20242c')).values.key).toBe('low');
    expect(measure(flat('#777777')).values.key).toBe('middle');
    expect(measure(flat('#eceef0')).values.key).toBe('high');
  });

  it('cut three flat greys between them, with their areas', () => {
    const thirds = paint(100, 10, (x) => (x < 0.5 ? '#202020' : x < 0.8 ? '#808080' : '#f0f0f0'));
    const { notan, shares } = measure(thirds).values;
    expect(notan[0]).toBeGreaterThan(0.25);
    expect(notan[0]).toBeLessThan(0.6);
    expect(notan[1]).toBeGreaterThan(0.6);
    expect(notan[1]).toBeLessThan(0.95);
    shares.forEach((share, i) => expect(share).toBeCloseTo([0.5, 0.3, 0.2][i]!, 6));
  });

  it('contrast spans from the fifth to the ninety-fifth part', () => {
    expect(measure(paint(100, 2, (x) => grey(x < 0.5 ? 0 : 1))).traits.contrast).toBe(1);
    expect(measure(paint(100, 2, (x) => grey(x < 0.02 ? 0 : 1))).traits.contrast).toBe(0);
  });
});

describe("Otsu's two cuts", () => {
  it('part three heaps in the middle of the gaps', () => {
    expect(otsuThree([5, 5, 0, 0, 8, 8, 0, 0, 3, 3])).toEqual([3, 7]);
  });

  it('agree with every pair tried by hand', () => {
    const histogram = [3, 9, 1, 4, 7, 2, 8];
    const between = (first: number, second: number): number => {
      const total = histogram.reduce((a, b) => a + b, 0);
      const middle = histogram.reduce((sum, n, i) => sum + n * i, 0) / total;
      return [
        [0, first],
        [first, second],
        [second, 7],
      ].reduce((sum, [from, to]) => {
        const part = histogram.slice(from, to);
        const weight = part.reduce((a, b) => a + b, 0);
        const mean = part.reduce((s, n, i) => s + n * (i + from!), 0) / weight;
        return sum + weight * (mean - middle) ** 2;
      }, 0);
    };
    const cuts = otsuThree(histogram);
    for (let first = 1; first < 6; first++)
      for (let second = first + 1; second < 7; second++)
        expect(between(first, second)).toBeLessThanOrEqual(between(...cuts!) + 1e-9);
  });

  it('need three values', () => {
    expect(otsuThree([0, 4, 0, 4])).toBeNull();
  });
});
