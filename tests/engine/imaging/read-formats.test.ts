import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { writePsdBuffer } from 'ag-psd';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { workAnalysisSchema } from '../../../src-main/contract';
import { colourAt, difference, hueAt, read, redAndBlue } from './support/pictures';
import { psdFile } from './support/psd-file';
import { rawFile } from './support/raw-file';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
  <title>Two halves</title>
  <rect width="150" height="200" fill="#e02020"/><rect x="150" width="150" height="200" fill="#2030e0"/>
</svg>`;

describe('every format reads as the same picture', () => {
  const encoders: Record<string, () => Promise<Buffer>> = {
    jpeg: () => redAndBlue().jpeg().toBuffer(),
    png: () => redAndBlue().png().toBuffer(),
    webp: () => redAndBlue().webp().toBuffer(),
    gif: () => redAndBlue().gif().toBuffer(),
    tiff: () => redAndBlue().tiff({ compression: 'lzw' }).toBuffer(),
    avif: () => redAndBlue().avif({ effort: 0 }).toBuffer(),
    svg: async () => Buffer.from(SVG),
    psd: psdByAgPsd,
    dng: async () => rawFile(await redAndBlue().jpeg().toBuffer()),
  };

  test.each(Object.entries(encoders))('%s', async (format, encode) => {
    const bytes = await encode();
    const reading = await read(bytes, `work.${format}`);
    expect([reading.width, reading.height]).toEqual([300, 200]);
    expect(reading.metadata).toMatchObject({ format, bytes: bytes.length });
    expect(hueAt(reading.modelInput, 0.2, 0.5)).toBe('red');
    expect(hueAt(reading.modelInput, 0.8, 0.5)).toBe('blue');
    expect(reading.modelInput.data).toHaveLength(224 * 224 * 3);
    workAnalysisSchema.parse(reading.analysis);
    const thumbnail = await sharp(reading.thumbnail.data).metadata();
    expect(thumbnail.format).toBe('jpeg');
    expect(thumbnail.width / thumbnail.height).toBeCloseTo(1.5, 2);
  });

  test('the format is told by the content, whatever the name says', async () => {
    const png = await redAndBlue().png().toBuffer();
    expect((await read(png, 'renamed.jpg')).metadata.format).toBe('png');
  });

  test('of an animation the first frame is read', async () => {
    const frames = await sharp(
      [await redAndBlue().png().toBuffer(), await redAndBlue().negate().png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .gif()
      .toBuffer();
    const reading = await read(frames, 'loop.gif');
    expect([reading.width, reading.height]).toEqual([300, 200]);
    expect(hueAt(reading.modelInput, 0.2, 0.5)).toBe('red');
  });
});

describe('formats that sharp does not decode', () => {
  test('HEIC in Display P3, with its EXIF and XMP', async () => {
    const reading = await read(
      await readFile('tests/fixtures/heic/red-and-greys-p3.heic'),
      'a.heic',
    );
    expect([reading.width, reading.height]).toEqual([96, 64]);
    expect(reading.metadata).toMatchObject({
      format: 'heic',
      title: 'Red and greys',
      author: 'Oeuvre',
      takenAt: '2021-06-05T10:20:30',
    });
    expect(difference(colourAt(reading.modelInput, 0.2, 0.5), [255, 0, 0])).toBeLessThan(8);
  });

  test('a Photoshop document in CMYK stores bare paper as 255', async () => {
    const plane = (ink: number) => new Uint8Array(64).fill(255 - ink);
    const planes = [plane(0), plane(255), plane(255), plane(0)];
    const reading = await read(
      psdFile({ width: 8, height: 8, depth: 8, mode: 4, planes }),
      'a.psd',
    );
    const [red = 0, green = 0, blue = 0] = colourAt(reading.modelInput, 0.5, 0.5);
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(90);
    expect(reading.metadata.colourSpace).toMatch(/^CMYK/);
  });

  test('a Photoshop document in 16 bits of grey', async () => {
    const plane = new Uint8Array(8 * 8 * 2).map((_, i) => (i % 2 === 0 ? 0x80 : 0));
    const reading = await read(
      psdFile({ width: 8, height: 8, depth: 16, mode: 1, planes: [plane] }),
      'a.psd',
    );
    expect(difference(colourAt(reading.modelInput, 0.5, 0.5), [128, 128, 128])).toBeLessThan(4);
  });

  test('a raw file is turned as its container says when its preview does not', async () => {
    const preview = await redAndBlue().jpeg().toBuffer();
    const reading = await read(rawFile(preview, 6), 'portrait.nef');
    expect([reading.width, reading.height]).toEqual([200, 300]);
    expect(hueAt(reading.modelInput, 0.5, 0.2)).toBe('red');
    expect(hueAt(reading.modelInput, 0.5, 0.8)).toBe('blue');
    expect(reading.metadata).toMatchObject({ format: 'nef', camera: 'Obscura' });
  });

  test('a gzipped drawing, with its title', async () => {
    const reading = await read(gzipSync(SVG), 'halves.svgz');
    expect(reading.metadata).toMatchObject({ format: 'svg', title: 'Two halves' });
  });
});

async function psdByAgPsd(): Promise<Buffer> {
  const data = await redAndBlue().ensureAlpha().raw().toBuffer();
  const imageData = { width: 300, height: 200, data: new Uint8ClampedArray(data) };
  return writePsdBuffer({ width: 300, height: 200, imageData });
}
