import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  openEncoder,
  type EncoderSession,
} from '../../../src-main/engine/inference/encoder-session';
import { loadModelFolder } from '../../../src-main/engine/inference/load-model-folder';
import { dotAt } from '../../../src-main/engine/inference/top-k';
import { cut, hatching, pixelArt, wash, type Texture } from './support/pictures';

const FOLDER = path.resolve(import.meta.dirname, '../../../models/mobilenetv2-early');
const SIZE = 224;
const TEXTURES: Record<string, Texture> = { hatching, wash, pixelArt };

let encoder: EncoderSession;

beforeAll(async () => {
  encoder = await openEncoder(await loadModelFolder(FOLDER), { batchSize: 4 });
});

afterAll(() => encoder.close());

describe('the first style encoder', () => {
  it('gives each picture a style and a subject vector of unit length', async () => {
    const pictures = Object.values(TEXTURES).map((texture) => cut(texture, SIZE));

    const { style, subject, heads } = await encoder.embed(pictures);

    expect(style.map(({ length }) => length)).toEqual([256, 256, 256]);
    expect(subject.map(({ length }) => length)).toEqual([128, 128, 128]);
    expect(heads).toEqual({});
    for (const vector of [...style, ...subject]) {
      expect(vector.every(Number.isFinite)).toBe(true);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    }
  });

  it('gives the same vectors one by one as in batches', async () => {
    const pictures = Array.from({ length: 9 }, (_, i) =>
      cut(i % 2 === 0 ? hatching : wash, SIZE, 31 * i),
    );

    const together = await encoder.embed(pictures);

    for (const [i, picture] of pictures.entries()) {
      const alone = await encoder.embed([picture]);
      expect(largestDifference(alone.style[0], together.style[i])).toBeLessThan(1e-5);
      expect(largestDifference(alone.subject[0], together.subject[i])).toBeLessThan(1e-5);
    }
  });

  it('finds two cut-outs of one texture nearer than any two textures', async () => {
    const textures = Object.values(TEXTURES);
    const here = await encoder.embed(textures.map((texture) => cut(texture, SIZE)));
    const there = await encoder.embed(textures.map((texture) => cut(texture, SIZE, 167, 203)));

    const similarity = here.style.map((a) => there.style.map((b) => dotAt(a, b, 0)));

    const same = similarity.map((row, i) => row[i] ?? NaN);
    const different = similarity.flatMap((row, i) => row.filter((_, j) => j !== i));
    expect(Math.min(...same)).toBeGreaterThan(Math.max(...different) + 0.2);
  });

  it('gives an empty answer for no pictures', async () => {
    expect(await encoder.embed([])).toEqual({ style: [], subject: [], joint: [], heads: {} });
  });

  it('refuses a picture of another size and goes on working', async () => {
    const wrong = encoder.embed([cut(wash, SIZE), cut(wash, 100)]);

    await expect(wrong).rejects.toMatchObject({
      code: 'model/run-failed',
      message: 'Expected RGB images of 224 x 224 but received 100 x 100',
    });
    expect((await encoder.embed([cut(wash, SIZE)])).style).toHaveLength(1);
  });
});

function largestDifference(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || a.length !== b?.length) return Infinity;
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))));
}
