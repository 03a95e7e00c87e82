import { TiffBlock } from './tiff/read-ifd';
import { TAG } from './tiff/tiff-tags';

type Check = (bytes: Buffer) => boolean;

/** By format: does the file end before its own structure says it should? Asked only after decoding failed. */
const CHECKS: Readonly<Record<string, Check>> = {
  jpeg: (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length / 2,
  png: (bytes) => pngEndsEarly(bytes),
  webp: (bytes) => bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length,
  gif: (bytes) => bytes.at(-1) !== 0x3b,
  tiff: (bytes) => tiffEndsEarly(bytes),
  avif: (bytes) => boxesEndEarly(bytes),
};

const SAYS_SO =
  /premature end|truncat|unexpected end|end of file|outside of file bounds|not enough data/i;

/**
 * @param message what the decoder said
 */
export function looksTruncated(format: string, file: Uint8Array, message: string): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return SAYS_SO.test(message) || (CHECKS[format]?.(bytes) ?? false);
}

/** Chunks are length, kind, data and checksum; the last one is IEND. */
function pngEndsEarly(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return true;
}

/** Most writers put the directory at the end, where it is the first to be lost. */
function tiffEndsEarly(bytes: Buffer): boolean {
  const tiff = TiffBlock.open(bytes);
  const first = tiff?.first();
  if (!first) return true;
  const reaches = (offsets: number, sizes: number): boolean => {
    const lengths = first.numbersOf(sizes, 10_000);
    return first
      .numbersOf(offsets, 10_000)
      .some((offset, i) => offset + (lengths[i] ?? 0) > bytes.length);
  };
  return (
    reaches(TAG.stripOffsets, TAG.stripByteCounts) || reaches(TAG.tileOffsets, TAG.tileByteCounts)
  );
}

/** Top-level boxes of the ISO base media format, each with its length in front. */
function boxesEndEarly(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length < 8) return false;
    at += length;
  }
  return at > bytes.length;
}
