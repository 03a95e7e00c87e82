import { createNoise } from './noise.mjs';

/**
 * The tooth of a sheet, as a height about 0 (roughly -1 to 1). Coarse forms carry most of it: fine
 * noise costs bytes and looks like a sensor, not like paper.
 *
 * @param {string} seed @param {number} [scale] pixels of the largest grain
 * @returns {(x: number, y: number) => number}
 */
export function paperTooth(seed, scale = 9) {
  const noise = createNoise(`paper ${seed}`);
  return (x, y) =>
    0.62 * noise.at(x / scale, y / scale) +
    0.38 * noise.at(x / (scale * 0.37) + 40, y / (scale * 0.37)) +
    0.25 * noise.at(x / 210, y / 210);
}

/**
 * Lets the sheet show through the finished picture.
 *
 * @param {import('./canvas.mjs').Canvas} canvas @param {string} seed @param {number} [strength] about 0.02
 * @param {number} [scale]
 */
export function layOnPaper(canvas, seed, strength = 0.02, scale = 9) {
  const tooth = paperTooth(seed, scale);
  canvas.each((x, y, [r, g, b]) => {
    const lift = 1 + strength * tooth(x, y);
    return [r * lift, g * lift, b * lift];
  });
}
