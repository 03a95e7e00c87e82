import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { read, refusal } from './support/pictures';
import { psdFile } from './support/psd-file';
import { rawFile } from './support/raw-file';

describe('what is no picture is refused with its reason', () => {
  test('an empty file', async () => {
    expect(await refusal(new Uint8Array(0))).toBe('file/empty');
  });

  test.each([
    ['text named .jpg', 'Dear gallery, please find my works attached.'],
    ['a page that holds a drawing', '<html><body><svg width="1"></svg></body></html>'],
    ['a few stray bytes', '\u0001\u0002'],
  ])('%s', async (_, text) => {
    expect(await refusal(Buffer.from(text))).toBe('file/not-an-image');
  });

  test.each([
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['JPEG XL', '\xff\x0a\x00\x10', 'JPEG XL'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'video'],
    ['a bitmap', `BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0${'\0'.repeat(40)}`, 'BMP'],
    ['OpenEXR', '\x76\x2f\x31\x01\x02\0\0\0', 'OpenEXR'],
  ])('%s is named as what it is', async (_, bytes, format) => {
    const error = await read(Buffer.from(bytes, 'latin1'), 'a.jpg').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'file/unsupported-format', detail: { format } });
  });

  test('a raw file without a preview', async () => {
    expect(await refusal(rawFile(null), 'a.nef')).toBe('file/unsupported-format');
  });

  test('a Photoshop document in separate inks', async () => {
    const planes = [new Uint8Array(4), new Uint8Array(4)];
    const bytes = psdFile({ width: 2, height: 2, depth: 8, mode: 7, planes });
    expect(await refusal(bytes, 'a.psd')).toBe('file/unsupported-format');
  });
});

describe('a file that ends early', () => {
  const encoders: Record<string, () => Promise<Buffer>> = {
    jpeg: () => noisy().jpeg().toBuffer(),
    'progressive jpeg': () => noisy().jpeg({ progressive: true }).toBuffer(),
    png: () => noisy().png().toBuffer(),
    webp: () => noisy().webp().toBuffer(),
    gif: () => noisy().gif().toBuffer(),
    tiff: () => noisy().tiff().toBuffer(),
    avif: () => noisy().avif({ effort: 0 }).toBuffer(),
    psd: () => {
      const planes = [1, 2, 3].map(() => new Uint8Array(400));
      return Promise.resolve(psdFile({ width: 20, height: 20, depth: 8, mode: 3, planes }));
    },
    svg: () =>
      Promise.resolve(Buffer.from('<svg width="9" height="9"><path d="M0 0L9 9"/><g></g></svg>')),
  };
  const cases = Object.keys(encoders).flatMap((format) =>
    [0.4, 0.9].map((part) => ({ format, part })),
  );
  test.each(cases)('$format, cut at $part of its length', async ({ format, part }) => {
    const bytes = (await encoders[format]?.()) ?? Buffer.alloc(0);
    expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe(
      'file/truncated',
    );
  });
});

describe('a picture with too many pixels is not decoded', () => {
  test.each([
    [30_000, 30_000],
    [50_000, 50_000],
  ])('a PNG of %i x %i', async (width, height) => {
    expect(await refusal(pngHeader(width, height), 'bomb.png')).toBe('file/too-many-pixels');
  });

  test('a Photoshop document of 60,000 x 60,000', async () => {
    const bytes = psdFile({
      width: 60_000,
      height: 60_000,
      depth: 8,
      mode: 1,
      planes: [new Uint8Array(9)],
    });
    expect(await refusal(bytes, 'a.psd')).toBe('file/too-many-pixels');
  });

  test('the largest picture that is allowed is read', async () => {
    const rows = Buffer.alloc(1 + 16_000);
    const data = deflateSync(Buffer.alloc(rows.length * 16_000));
    expect(await refusal(png(16_000, 16_000, data), 'large.png')).toBe('none');
  });
});

/** Noise, so that every part of the encoded file carries something. */
function noisy() {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 120, height: 80, channels: 3, background: '#808080', noise } });
}

/** A PNG whose header promises more than could ever be decoded, with a few bytes of data. */
function pngHeader(width: number, height: number): Buffer {
  return png(width, height, deflateSync(Buffer.alloc(1000)));
}

/** An 8-bit grey PNG from its compressed rows. */
function png(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND')]);
}

function chunk(kind: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
