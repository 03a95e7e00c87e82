import { parseHex } from '../../../src-main/engine/kernel/oklab';
import type { RgbImage } from '../../../src-main/engine/kernel/rgb-image';

/** A colour for each place; x and y run from 0 to 1 over the middles of the pixels. */
export type Paint = (x: number, y: number) => string;

/** Paints a picture pixel by pixel. */
export function paint(width: number, height: number, colourAt: Paint): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const x = ((i % width) + 0.5) / width;
    const y = (Math.floor(i / width) + 0.5) / height;
    data.set(parseHex(colourAt(x, y)), 3 * i);
  }
  return { width, height, data };
}

export const flat = (hex: string, width = 64, height = 48): RgbImage =>
  paint(width, height, () => hex);

/** A grey of 0 (black) to 1 (white). */
export function grey(value: number): string {
  const byte = Math.round(255 * Math.min(1, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
  return `#${byte}${byte}${byte}`;
}

export const within = (x: number, y: number, left: number, top: number, side: number): boolean =>
  x >= left && x < left + side && y >= top && y < top + side;

/** Black and white cells of so many pixels. */
export function checkerboard(cell: number, side = 256): RgbImage {
  return paint(side, side, (x, y) =>
    (Math.floor((x * side) / cell) + Math.floor((y * side) / cell)) % 2 === 0
      ? '#000000'
      : '#ffffff',
  );
}

/** The same picture seen in a mirror. */
export function mirrored({ width, height, data }: RgbImage): RgbImage {
  const turned = new Uint8Array(data.length);
  for (let i = 0; i < width * height; i++) {
    const from = 3 * (Math.floor(i / width) * width + width - 1 - (i % width));
    turned.set(data.subarray(from, from + 3), 3 * i);
  }
  return { width, height, data: turned };
}

/** Any random pixels, for what must hold of every picture. */
export function noisePicture(width: number, height: number, random: () => number): RgbImage {
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * 3 }, () => 256 * random()),
  };
}
