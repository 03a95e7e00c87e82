import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { canShowOriginal } from '../../../src-main/engine/imaging/can-show-original';
import { renderPreview } from '../../../src-main/engine/imaging/render-preview';
import { redAndBlue } from './support/pictures';
import { rawFile } from './support/raw-file';

describe('the large view', () => {
  test('of a TIFF in CMYK is an sRGB picture that a browser shows', async () => {
    const tiff = await redAndBlue(4000, 1000).toColourspace('cmyk').tiff().toBuffer();
    const { data, mime } = await renderPreview('/a.tif', tiff);
    expect(mime).toBe('image/jpeg');
    expect(await sharp(data).metadata()).toMatchObject({
      width: 2560,
      height: 640,
      space: 'srgb',
      format: 'jpeg',
    });
  });

  test('of a raw file is its preview, upright', async () => {
    const raw = rawFile(await redAndBlue().jpeg().toBuffer(), 8);
    const { data } = await renderPreview('/a.nef', raw, 100);
    expect(await sharp(data).metadata()).toMatchObject({ width: 67, height: 100 });
  });

  test('of a drawing is as large as asked, and stays transparent', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle r="5"/></svg>';
    const { data, mime } = await renderPreview('/a.svg', Buffer.from(svg), 1200);
    expect(mime).toBe('image/webp');
    expect(await sharp(data).metadata()).toMatchObject({
      width: 1200,
      height: 600,
      hasAlpha: true,
    });
  });
});

test.each([
  { format: 'jpeg', colourSpace: null, width: 4000, height: 3000, expected: true },
  { format: 'png', colourSpace: 'Display P3', width: 400, height: 300, expected: true },
  { format: 'jpeg', colourSpace: 'CMYK, Coated FOGRA39', width: 400, height: 300, expected: false },
  { format: 'jpeg', colourSpace: null, width: 10_000, height: 5_000, expected: false },
  { format: 'svg', colourSpace: null, width: 10, height: 10, expected: false },
  { format: 'heic', colourSpace: null, width: 10, height: 10, expected: false },
])(
  '$format of $width x $height in $colourSpace shown as it is: $expected',
  ({ expected, ...work }) => {
    expect(canShowOriginal(work)).toBe(expected);
  },
);
