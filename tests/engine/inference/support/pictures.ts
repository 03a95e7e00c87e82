import type { RgbImage } from '../../../../src-main/engine/kernel/rgb-image';

/** Colour of a point; every channel 0 to 255. */
export type Texture = (x: number, y: number) => readonly [number, number, number];

/** A square cut-out of an endless texture, starting at (left, top). */
export function cut(texture: Texture, size: number, left = 0, top = 0): RgbImage {
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) data.set(texture(left + x, top + y), (y * size + x) * 3);
  }
  return { width: size, height: size, data };
}

/** Crossed pen strokes on warm paper. */
export const hatching: Texture = (x, y) =>
  (x + y) % 9 < 2 || (3 * x - y + 3000) % 23 < 3 ? [40, 32, 30] : [236, 226, 206];

/** Soft overlapping washes. */
export const wash: Texture = (x, y) => [
  128 + 80 * Math.sin(x / 31 + Math.sin(y / 47)),
  120 + 70 * Math.sin(y / 37 + 1),
  150 + 60 * Math.cos((x + y) / 53),
];

/** Hard-edged squares of few colours. */
export const pixelArt: Texture = (x, y) => {
  const cell = (Math.floor(x / 14) * 7 + Math.floor(y / 14) * 13) % 4;
  return cell === 0
    ? [230, 60, 50]
    : cell === 1
      ? [30, 40, 90]
      : cell === 2
        ? [250, 210, 60]
        : [20, 150, 110];
};
