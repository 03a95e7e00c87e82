const START = Buffer.from([0xff, 0xd8, 0xff]);
/** Frames that any JPEG decoder shows: baseline, extended, progressive. Lossless ones hold sensor data. */
const SHOWN_FRAMES = [0xc0, 0xc1, 0xc2];
const LOSSLESS_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const MAX_CANDIDATES = 4096;

export interface EmbeddedJpeg {
  offset: number;
  width: number;
  height: number;
}

/**
 * Finds the largest JPEG picture within a camera's raw file. Every maker hides its preview elsewhere, but a
 * JPEG's markers can't be mistaken, so the file is searched for them; a preview's own thumbnail is smaller
 * and loses.
 */
export function findLargestJpeg(file: Uint8Array): EmbeddedJpeg | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let largest: EmbeddedJpeg | null = null;
  let offset = bytes.indexOf(START, 0);
  for (let tries = 0; offset >= 0 && tries < MAX_CANDIDATES; tries++) {
    const size = readFrameSize(bytes, offset);
    if (size && size.width * size.height > (largest?.width ?? 0) * (largest?.height ?? 0))
      largest = { offset, ...size };
    offset = bytes.indexOf(START, offset + 2);
  }
  return largest;
}

/** Follows the segments up to the frame header (ITU-T T.81, annex B). */
function readFrameSize(bytes: Buffer, start: number): { width: number; height: number } | null {
  let at = start + 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (SHOWN_FRAMES.includes(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return bytes[at + 4] === 8 && width > 0 && height > 0 ? { width, height } : null;
    }
    if (LOSSLESS_FRAMES.includes(marker) || marker < 0xc0) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
