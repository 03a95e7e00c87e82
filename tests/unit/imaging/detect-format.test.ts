import { expect, test } from 'vitest';
import { detectFormat } from '../../../src-main/engine/imaging/formats/detect-format';
import { findLargestJpeg } from '../../../src-main/engine/imaging/formats/find-jpeg';
import { invertPackBits } from '../../../src-main/engine/imaging/formats/invert-pack-bits';

test.each([
  ['\xff\xd8\xff\xe0', 'a.png', { kind: 'native', format: 'jpeg' }],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'a', { kind: 'native', format: 'webp' }],
  ['\0\0\0\x1cftypavif\0\0\0\0mif1miaf', 'a', { kind: 'native', format: 'avif' }],
  ['\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'a', { kind: 'heic', format: 'heic' }],
  ['\0\0\0\x14ftypmif1\0\0\0\0mif1....infeav01', 'a', { kind: 'native', format: 'avif' }],
  ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'a', { kind: 'raw', format: 'cr3' }],
  ['II*\0\x10\0\0\0CR\x02\0', 'a', { kind: 'raw', format: 'cr2' }],
  ['FUJIFILMCCD-RAW 0201', 'a', { kind: 'raw', format: 'raf' }],
  ['PK\x03\x04', 'a.procreate', { kind: 'unsupported', format: 'Procreate' }],
  ['PK\x03\x04', 'a.jpg', { kind: 'unknown' }],
  [
    '\ufeff<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg viewBox="0 0 1 1">',
    'a',
    { kind: 'svg', format: 'svg' },
  ],
  ['<html><svg></svg>', 'a.svg', { kind: 'unknown' }],
])('%j in %s', (head, name, expected) => {
  const encoding = head.startsWith('\ufeff') ? 'utf8' : 'latin1';
  expect(detectFormat(Buffer.from(head, encoding), name)).toEqual(expected);
});

test('of several pictures within a raw file the largest counts, and lossless sensor data does not', () => {
  const jpeg = (frame: number, width: number) =>
    Buffer.from([
      0xff,
      0xd8,
      0xff,
      0xdb,
      0,
      3,
      0,
      0xff,
      frame,
      0,
      11,
      8,
      0,
      100,
      width >> 8,
      width & 255,
      1,
      0,
      0,
      0,
      0,
    ]);
  const file = Buffer.concat([
    Buffer.alloc(50),
    jpeg(0xc0, 160),
    jpeg(0xc3, 6000),
    jpeg(0xc2, 1600),
    Buffer.alloc(9),
  ]);
  expect(findLargestJpeg(file)).toEqual({ offset: 92, width: 1600, height: 100 });
});

test('PackBits rows are inverted without being unpacked', () => {
  // Two literal bytes; a byte repeated four times; nothing; a second row of one literal byte.
  const packed = Uint8Array.from([1, 10, 20, 253, 30, 128, 0, 40]);
  expect([...invertPackBits(packed, [6, 2])]).toEqual([1, 245, 235, 253, 225, 128, 0, 215]);
});
