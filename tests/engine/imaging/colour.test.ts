import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { wrapAsTiff } from '../../../src-main/engine/imaging/tiff/write-tiff';
import { colourAt, difference, hueAt, iccOf, read, redAndBlue } from './support/pictures';

const square = (background: string, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 64, height: 64, channels, background } });

describe('colour', () => {
  test('a red of Display P3 becomes another red in sRGB', async () => {
    const pixels = new Uint8Array(16 * 16 * 3).map((_, i) => (i % 3 === 0 ? 200 : 60));
    const layout = {
      width: 16,
      height: 16,
      bitsPerSample: 8,
      samplesPerPixel: 3,
      photometric: 2,
      compression: 1,
      planar: 1 as const,
      rowsPerStrip: 16,
      stripBytes: [pixels.length],
    };
    const plain = await read(wrapAsTiff(pixels, layout), 'a.tif');
    const wide = await read(
      wrapAsTiff(pixels, { ...layout, iccProfile: await iccOf('p3') }),
      'a.tif',
    );
    expect(colourAt(plain.modelInput, 0.5, 0.5)).toEqual([200, 60, 60]);
    // By the matrices of Display P3 and sRGB (CSS Color 4, section 17): 217, 45, 54.
    expect(difference(colourAt(wide.modelInput, 0.5, 0.5), [217, 45, 54])).toBeLessThan(4);
  });

  test('CMYK is converted through its profile, and named', async () => {
    const jpeg = await square('#ff0000')
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg()
      .toBuffer();
    const reading = await read(jpeg);
    const [red = 0, green = 0, blue = 0] = colourAt(reading.modelInput, 0.5, 0.5);
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(90);
    expect(reading.metadata.colourSpace).toMatch(/^CMYK/);
  });

  test('16 bits a channel, and grey, read as 8 bits of RGB', async () => {
    const deep = await square('#4080c0').toColourspace('rgb16').png().toBuffer();
    expect(
      difference(colourAt((await read(deep)).modelInput, 0.5, 0.5), [64, 128, 192]),
    ).toBeLessThan(3);
    const grey = await square('#777777').toColourspace('b-w').png().toBuffer();
    expect(colourAt((await read(grey)).modelInput, 0.5, 0.5)).toEqual([119, 119, 119]);
  });

  test('a broken profile loses the profile, not the picture', async () => {
    const icc = Buffer.from(await iccOf('p3')).fill(0xa5, 132);
    const pixels = new Uint8Array(8 * 8 * 3).fill(100);
    const tiff = wrapAsTiff(pixels, {
      width: 8,
      height: 8,
      bitsPerSample: 8,
      samplesPerPixel: 3,
      photometric: 2,
      compression: 1,
      planar: 1,
      rowsPerStrip: 8,
      stripBytes: [pixels.length],
      iccProfile: icc,
    });
    expect(colourAt((await read(tiff, 'a.tif')).modelInput, 0.5, 0.5)).toEqual([100, 100, 100]);
  });
});

describe('transparency', () => {
  test('dark ink lies on white paper, and the thumbnail stays transparent', async () => {
    const ink = await square('#00000000', 4)
      .composite([
        { input: { create: { width: 20, height: 20, channels: 4, background: '#101010' } } },
      ])
      .png()
      .toBuffer();
    const reading = await read(ink, 'ink.png');
    expect(colourAt(reading.modelInput, 0.02, 0.02)).toEqual([255, 255, 255]);
    expect(reading.thumbnail.mime).toBe('image/webp');
    expect(await sharp(reading.thumbnail.data).metadata()).toMatchObject({ hasAlpha: true });
  });

  test('a light drawing lies on mid grey, where it can be seen', async () => {
    const chalk = await square('#00000000', 4)
      .composite([
        { input: { create: { width: 20, height: 20, channels: 4, background: '#f8f8f8' } } },
      ])
      .png()
      .toBuffer();
    expect(colourAt((await read(chalk, 'chalk.png')).modelInput, 0.02, 0.02)).toEqual([
      119, 119, 119,
    ]);
  });

  test('an alpha channel that hides nothing costs nothing', async () => {
    const opaque = await square('#336699', 4).png().toBuffer();
    expect((await read(opaque, 'opaque.png')).thumbnail.mime).toBe('image/jpeg');
  });
});

describe('orientation', () => {
  /** Where EXIF orientation 1..8 brings the left, red half of a 300 x 200 picture. */
  const expected = [
    { orientation: 1, size: [300, 200], red: [0.2, 0.5] },
    { orientation: 2, size: [300, 200], red: [0.8, 0.5] },
    { orientation: 3, size: [300, 200], red: [0.8, 0.5] },
    { orientation: 4, size: [300, 200], red: [0.2, 0.5] },
    { orientation: 5, size: [200, 300], red: [0.5, 0.2] },
    { orientation: 6, size: [200, 300], red: [0.5, 0.2] },
    { orientation: 7, size: [200, 300], red: [0.5, 0.8] },
    { orientation: 8, size: [200, 300], red: [0.5, 0.8] },
  ];
  test.each(expected)('EXIF orientation $orientation', async ({ orientation, size, red }) => {
    const reading = await read(await redAndBlue().withMetadata({ orientation }).jpeg().toBuffer());
    const [x = 0, y = 0] = red;
    expect([reading.width, reading.height]).toEqual(size);
    expect(hueAt(reading.modelInput, x, y)).toBe('red');
    expect(hueAt(reading.modelInput, 1 - x, 1 - y)).toBe('blue');
  });
});

describe('size', () => {
  test('a large panorama is shrunk while it loads, and keeps its true size', async () => {
    const panorama = await redAndBlue(16_000, 4_000).jpeg().toBuffer();
    const reading = await read(panorama);
    expect([reading.width, reading.height]).toEqual([16_000, 4_000]);
    const thumbnail = await sharp(reading.thumbnail.data).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([512, 128]);
  });

  test('a tiny picture is not blown up', async () => {
    const reading = await read(await redAndBlue(3, 2).png().toBuffer(), 'pixel.png');
    expect(await sharp(reading.thumbnail.data).metadata()).toMatchObject({ width: 3, height: 2 });
  });

  test('a line of pixels can be read', async () => {
    const line = sharp({ create: { width: 5000, height: 1, channels: 3, background: '#204060' } });
    expect((await read(await line.png().toBuffer(), 'line.png')).width).toBe(5000);
  });

  test('an encoder that crops gets the middle', async () => {
    const { readWork } = await import('../../../src-main/engine/imaging/read-work');
    const stripes = await redAndBlue(400, 100).jpeg().toBuffer();
    const { modelInput } = await readWork('a.jpg', stripes, {
      width: 64,
      height: 64,
      fit: 'cover',
    });
    expect([modelInput.width, modelInput.height]).toEqual([64, 64]);
    expect(hueAt(modelInput, 0.4, 0.5)).toBe('red');
    expect(hueAt(modelInput, 0.6, 0.5)).toBe('blue');
  });
});
