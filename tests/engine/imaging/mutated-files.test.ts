import { writePsdBuffer } from 'ag-psd';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../../src-main/contract';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { read, redAndBlue } from './support/pictures';
import { rawFile } from './support/raw-file';

const MUTATIONS = 30;

const sources: Record<string, () => Promise<Buffer>> = {
  jpeg: () => redAndBlue().jpeg().toBuffer(),
  png: () => redAndBlue().png().toBuffer(),
  webp: () => redAndBlue().webp().toBuffer(),
  gif: () => redAndBlue().gif().toBuffer(),
  tiff: () => redAndBlue().tiff({ compression: 'lzw' }).toBuffer(),
  avif: () => redAndBlue().avif({ effort: 0 }).toBuffer(),
  heic: () => readFile('tests/fixtures/heic/red-and-greys-p3.heic'),
  dng: async () => rawFile(await redAndBlue().jpeg().toBuffer()),
  svg: () =>
    Promise.resolve(
      Buffer.from(
        '<svg width="30" height="20"><style>a{fill:red}</style><rect id="r" width="9" height="9"/><use href="#r" x="9"/></svg>',
      ),
    ),
  psd: async () => {
    const data = new Uint8ClampedArray(await redAndBlue(60, 40).ensureAlpha().raw().toBuffer());
    return writePsdBuffer({ width: 60, height: 40, imageData: { width: 60, height: 40, data } });
  },
};

/** Overwrites some bytes, most of them near the start, and cuts off the end of every fourth file. */
function mutate(source: Uint8Array, random: () => number): Buffer {
  const bytes = Buffer.from(source);
  const changes = 1 + Math.floor(random() * 12);
  for (let i = 0; i < changes; i++) {
    const reach = random() < 0.5 ? Math.min(200, bytes.length) : bytes.length;
    bytes[Math.floor(random() * reach)] = Math.floor(random() * 256);
  }
  return random() < 0.25 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

test.each(Object.entries(sources))(
  `${MUTATIONS} damaged copies of a %s end as a reading or as a coded error`,
  async (format, encode) => {
    const random = seededRandom(format.length * 7919 + format.charCodeAt(0));
    const source = await encode();
    for (let i = 0; i < MUTATIONS; i++) {
      const outcome = await read(mutate(source, random), `damaged.${format}`).then(
        ({ width, height }) => (width > 0 && height > 0 ? 'read' : 'no size'),
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
      expect(['read', ...ERROR_CODES]).toContain(outcome);
    }
  },
);
