import { describe, expect, it, test } from 'vitest';
import { SALIENCY_SIDE } from '../../../src-main/contract';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { flat, grey, mirrored, noisePicture, paint, within } from './pictures';

const measure = (image: Parameters<typeof analyseWork>[0]) => analyseWork(image).analysis;
const compositionOf = (image: Parameters<typeof analyseWork>[0]) => measure(image).composition;

/** A dark spot on light grey. */
const spotAt = (cx: number, cy: number, r = 0.06) =>
  paint(256, 192, (x, y) => (Math.hypot(x - cx, y - cy) < r ? '#7a1f1f' : '#c9c9c9'));

describe('saliency', () => {
  it('is a map of 32 cells on the longer side', () => {
    expect(compositionOf(spotAt(0.5, 0.5)).saliency).toMatchObject({
      width: SALIENCY_SIDE,
      height: 24,
    });
  });

  test.each([
    [0.25, 0.3],
    [0.8, 0.6],
  ])('shines where a red spot lies on grey, at %f, %f', (cx, cy) => {
    const { width, height, cells } = compositionOf(spotAt(cx, cy)).saliency;
    const brightest = cells.indexOf(Math.max(...cells));
    expect(Math.abs(((brightest % width) + 0.5) / width - cx)).toBeLessThan(0.08);
    expect(Math.abs((Math.floor(brightest / width) + 0.5) / height - cy)).toBeLessThan(0.08);
  });

  it('is empty where nothing is to be seen', () => {
    expect(Math.max(...compositionOf(flat('#aa7744')).saliency.cells)).toBe(0);
  });
});

describe('visual weight', () => {
  it('lies with the spot, and the picture is out of balance', () => {
    const left = measure(spotAt(0.2, 0.5));
    expect(left.composition.weightCentre.x).toBeLessThan(0.3);
    expect(left.traits.balance).toBeGreaterThan(0.2);
    expect(measure(spotAt(0.5, 0.5)).traits.balance).toBeLessThan(0.03);
  });

  it('is in the middle of a flat picture', () => {
    expect(compositionOf(flat('#336699')).weightCentre).toEqual({ x: 0.5, y: 0.5 });
  });
});

describe('symmetry', () => {
  it('of a picture beside its mirror image is 1 about the middle', () => {
    const half = noisePicture(40, 60, seededRandom(3));
    const other = mirrored(half);
    const data = new Uint8Array(2 * half.data.length);
    for (let y = 0; y < 60; y++) {
      data.set(half.data.subarray(120 * y, 120 * (y + 1)), 240 * y);
      data.set(other.data.subarray(120 * y, 120 * (y + 1)), 240 * y + 120);
    }
    const { x, score } = compositionOf({ width: 80, height: 60, data }).symmetryAxis;
    expect(x).toBe(0.5);
    expect(score).toBeGreaterThan(0.99);
  });

  it('finds an axis beside the middle', () => {
    const vase = paint(256, 192, (x, y) =>
      Math.abs(x - 0.42) < 0.08 + 0.2 * Math.sin(3 * y) ** 2 ? '#33241a' : '#d8cfc0',
    );
    const { x, score } = compositionOf(vase).symmetryAxis;
    expect(Math.abs(x - 0.42)).toBeLessThan(0.02);
    expect(score).toBeGreaterThan(0.8);
  });

  it('is low for a tree on one side, however alike sky and field are', () => {
    const tree = paint(256, 192, (x, y) =>
      Math.abs(x - 0.15) < 0.1 && y > 0.2 && y < 0.8 ? '#1c2a14' : y < 0.6 ? '#b8d4ea' : '#7d9a4a',
    );
    expect(compositionOf(tree).symmetryAxis.score).toBeLessThan(0.5);
  });
});

describe('the horizon', () => {
  test.each([0.3, 0.45, 0.66])('of a sky over a field is at its edge, %f', (edge) => {
    const landscape = paint(256, 192, (_, y) =>
      y < edge ? grey(0.7 + 0.25 * (y / edge)) : '#5d7040',
    );
    const { horizon } = compositionOf(landscape);
    expect(Math.abs((horizon?.y ?? 0) - edge)).toBeLessThan(0.015);
    expect(horizon?.strength).toBeGreaterThan(0.8);
  });

  it('is seen behind a tree', () => {
    const { horizon } = compositionOf(
      paint(256, 192, (x, y) =>
        Math.abs(x - 0.3) < 0.1 && y > 0.1 ? '#20301c' : y < 0.55 ? '#c4dcec' : '#8a7a4c',
      ),
    );
    expect(Math.abs((horizon?.y ?? 0) - 0.55)).toBeLessThan(0.02);
  });

  test.each([
    ['a flat picture', flat('#88aacc')],
    ['an even gradient', paint(256, 192, (_, y) => grey(y))],
    ['stripes', paint(256, 192, (_, y) => grey(Math.floor(y * 8) % 2))],
    ['a spot', spotAt(0.5, 0.5, 0.3)],
    ['noise', noisePicture(128, 96, seededRandom(8))],
  ])('is absent in %s', (_, image) => {
    expect(compositionOf(image).horizon).toBeNull();
  });
});

describe('placement', () => {
  it('tells a subject on a crossing of thirds from one in the middle', () => {
    const onThirds = measure(spotAt(1 / 3, 1 / 3));
    const middle = measure(spotAt(0.5, 0.5));
    expect(onThirds.traits.thirds).toBeGreaterThan(middle.traits.thirds + 0.2);
  });

  it('tells the golden section from the thirds', () => {
    const golden = compositionOf(spotAt(0.382, 0.618, 0.03));
    expect(golden.golden).toBeGreaterThan(golden.thirds);
  });

  it('focus is high for one spot and low for spots everywhere', () => {
    const many = paint(256, 192, (x, y) =>
      within((x * 6) % 1, (y * 5) % 1, 0.3, 0.3, 0.3) ? '#7a1f1f' : '#c9c9c9',
    );
    expect(measure(spotAt(0.4, 0.5)).traits.focus).toBeGreaterThan(0.4);
    expect(measure(many).traits.focus).toBeLessThan(0.2);
  });
});
