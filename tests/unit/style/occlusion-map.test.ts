import { describe, expect, it } from 'vitest';
import { occlusionMap } from '../../../src-main/engine/style';
import type { RgbImage } from '../../../src-main/engine/kernel/rgb-image';

const SIDE = 28;

/** Black, with one white block of 4 x 4 pixels that starts at (left, top). */
function block(left: number, top: number): RgbImage {
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let y = top; y < top + 4; y++)
    data.fill(255, (y * SIDE + left) * 3, (y * SIDE + left + 4) * 3);
  return { width: SIDE, height: SIDE, data };
}

const brightest = async ({ data }: RgbImage): Promise<number> =>
  data.reduce((sum, value) => sum + (value === 255 ? 1 : 0), 0);

const options = {
  columns: 7,
  rows: 7,
  embed: brightest,
  evidenceOf: () => (seen: number) => seen,
  between: async () => undefined,
};

describe('an occlusion map', () => {
  it('is hottest where the evidence lies, and cold elsewhere', async () => {
    const { values, whole, lowest } = await occlusionMap(block(8, 16), options);
    const hottest = values.indexOf(Math.max(...values));
    expect([hottest % 7, Math.floor(hottest / 7)]).toEqual([2, 4]);
    expect(values[hottest]).toBe(1);
    expect(values[0]).toBe(0);
    expect(whole).toBe(48);
    expect(lowest).toBe(0);
  });

  it('is all cold where nothing that is covered counts', async () => {
    const { values, whole, lowest } = await occlusionMap(block(0, 0), {
      ...options,
      embed: async () => 3,
    });
    expect(Math.max(...values)).toBe(0);
    expect(lowest).toBe(whole);
  });

  it('leaves the picture itself untouched, also where its bytes are a Buffer', async () => {
    const before = block(4, 4).data;
    const image = { ...block(4, 4), data: Buffer.from(before) };
    await occlusionMap(image, options);
    expect(Uint8Array.from(image.data)).toEqual(before);
  });

  it('ends when it is told to between two runs', async () => {
    let runs = 0;
    const stopped = occlusionMap(block(0, 0), {
      ...options,
      embed: async () => ++runs,
      between: async (done) => {
        if (done === 3) throw new Error('enough');
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(runs).toBe(4);
  });
});
