import { bitCount } from './bit-count';
import type { RgbImage } from './rgb-image';

const SIDE = 32;
const KEPT = 8;
/** Coefficients smaller than this are rounding noise of a flat picture, not content. */
const NOISE = 1e-6;

/** `COSINES[u][x]` of the DCT-II for frequencies 1..8: frequency 0 is brightness, which must not count. */
const COSINES = Array.from({ length: KEPT }, (_, u) =>
  Float64Array.from({ length: SIDE }, (__, x) =>
    Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * SIDE)),
  ),
);

/**
 * 64 bits that stay nearly the same when a picture is resized, re-saved, or made lighter or darker: which of the
 * 8 x 8 lowest frequencies of its 32 x 32 luma are above their median. Zauner, Implementation and Benchmarking
 * of Perceptual Image Hash Functions, 2010, section 3.2.1. Pictures without any content (one flat colour) all give 0.
 */
export function perceptualHash(image: RgbImage): bigint {
  const coefficients = lowFrequencies(shrink(image));
  const middle = Float64Array.from(coefficients).sort();
  const median = (middle[31]! + middle[32]!) / 2;
  let hash = 0n;
  for (const value of coefficients) hash = (hash << 1n) | (value > median + NOISE ? 1n : 0n);
  return hash;
}

/** Number of differing bits, 0..64. */
export function hammingDistance(a: bigint, b: bigint): number {
  const difference = BigInt.asUintN(64, a ^ b);
  return bitCount(Number(difference & 0xffffffffn)) + bitCount(Number(difference >> 32n));
}

function lowFrequencies(luma: Float64Array): Float64Array {
  const rows = new Float64Array(SIDE * KEPT);
  for (let y = 0; y < SIDE; y++)
    for (let u = 0; u < KEPT; u++) {
      const cosines = COSINES[u]!;
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += luma[y * SIDE + x]! * cosines[x]!;
      rows[y * KEPT + u] = sum;
    }
  const result = new Float64Array(KEPT * KEPT);
  for (let v = 0; v < KEPT; v++)
    for (let u = 0; u < KEPT; u++) {
      const cosines = COSINES[v]!;
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += rows[y * KEPT + u]! * cosines[y]!;
      result[v * KEPT + u] = sum;
    }
  return result;
}

/** Mean luma (ITU-R BT.601 weights) of each of 32 x 32 equal cells; a picture smaller than that repeats pixels. */
function shrink({ width, height, data }: RgbImage): Float64Array {
  const cells = new Float64Array(SIDE * SIDE);
  for (let cellY = 0; cellY < SIDE; cellY++) {
    const [top, bottom] = span(cellY, height);
    for (let cellX = 0; cellX < SIDE; cellX++) {
      const [left, right] = span(cellX, width);
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let p = (y * width + left) * 3, end = (y * width + right) * 3; p < end; p += 3)
          sum += 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!;
      cells[cellY * SIDE + cellX] = sum / ((bottom - top) * (right - left));
    }
  }
  return cells;
}

function span(cell: number, length: number): [from: number, to: number] {
  const from = Math.floor((cell * length) / SIDE);
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / SIDE))];
}
