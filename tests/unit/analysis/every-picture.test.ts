import { describe, expect, it, test } from 'vitest';
import { TRAIT_IDS, workAnalysisSchema, type TraitId } from '../../../src-main/contract';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import type { RgbImage } from '../../../src-main/engine/kernel/rgb-image';
import { flat, noisePicture, paint } from './pictures';

/** As the contract documents them. */
const RANGES: Record<TraitId, [number, number]> = {
  lightness: [0, 1],
  contrast: [0, 1],
  saturation: [0, 0.4],
  colourfulness: [0, 300],
  temperature: [-1, 1],
  hueSpread: [0, 1],
  harmony: [0, 1],
  balance: [0, 1],
  symmetry: [0, 1],
  thirds: [0, 1],
  focus: [0, 1],
  edgeDensity: [0, 1],
  orientation: [0, 1],
  detailScale: [0, 1],
};

function expectSound(image: RgbImage): void {
  const { analysis, paletteVector, perceptualHash } = analyseWork(image);
  // Parsing refuses NaN and infinity as well as anything that is missing.
  expect(() => workAnalysisSchema.parse(analysis)).not.toThrow();
  for (const id of TRAIT_IDS) {
    expect(analysis.traits[id], id).toBeGreaterThanOrEqual(RANGES[id][0]);
    expect(analysis.traits[id], id).toBeLessThanOrEqual(RANGES[id][1]);
  }
  expect(Object.keys(analysis.traits)).toEqual([...TRAIT_IDS]);
  const { palette, values, texture, composition, harmony } = analysis;
  expect(palette.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  expect(values.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  expect(Math.min(...values.shares)).toBeGreaterThanOrEqual(-1e-12);
  expect(values.notan[0]).toBeLessThan(values.notan[1]);
  expect(texture.orientations.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  expect(harmony.hue).toBeGreaterThanOrEqual(0);
  expect(harmony.hue).toBeLessThan(360);
  const { width, height, cells } = composition.saliency;
  expect(cells).toHaveLength(width * height);
  expect(Math.max(width, height)).toBe(32);
  for (const part of [
    composition.weightCentre.x,
    composition.weightCentre.y,
    composition.symmetryAxis.x,
  ]) {
    expect(part).toBeGreaterThanOrEqual(0);
    expect(part).toBeLessThanOrEqual(1);
  }
  expect(Math.hypot(...paletteVector)).toBeCloseTo(1, 4);
  expect(BigInt.asUintN(64, perceptualHash)).toBe(perceptualHash);
}

describe('every picture is measured, with all numbers finite and in their ranges', () => {
  test.each(['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#7f7f7f', '#010101'])(
    'flat %s',
    (hex) => expectSound(flat(hex, 40, 30)),
  );

  test.each([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 200],
    [200, 2],
    [3, 3],
    [1, 256],
    [256, 1],
    [5, 64],
  ])('%i x %i pixels', (width, height) => {
    expectSound(noisePicture(width, height, seededRandom(width * 1000 + height)));
    expectSound(flat('#336699', width, height));
  });

  it('forty random sizes of random pixels, and of random blocks', () => {
    const random = seededRandom(77);
    for (let round = 0; round < 40; round++) {
      const [width, height] = [1 + Math.floor(random() * 90), 1 + Math.floor(random() * 90)];
      expectSound(noisePicture(width, height, random));
      const colours = Array.from(
        { length: 4 },
        () =>
          `#${Math.floor(random() * 0x1000000)
            .toString(16)
            .padStart(6, '0')}`,
      );
      const split = random();
      expectSound(
        paint(
          width,
          height,
          (x, y) => colours[(x < split ? 0 : 1) + (y < split ? 0 : 2)] ?? '#000000',
        ),
      );
    }
  });
});

it('measures the same picture the same way twice', () => {
  const image = noisePicture(64, 48, seededRandom(4));
  expect(analyseWork(image)).toEqual(analyseWork(image));
});
