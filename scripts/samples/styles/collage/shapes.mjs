import { ribbon, rotate, smooth } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */
/** @typedef {import('../../lib/random.mjs').Random} Random */

/**
 * A frond of rounded fingers along a bent stem.
 *
 * @param {Random} random @param {number} x foot @param {number} y foot @param {number} angle @param {number} length
 * @param {number} fingers on a side @param {number} [reach] share of the length @returns {Point[][]}
 */
export function frond(random, x, y, angle, length, fingers, reach = 0.36) {
  const bend = random.normal(0, 0.35);
  const spine = Array.from({ length: 24 }, (_, i) => {
    const t = i / 23;
    const a = angle + bend * t;
    return /** @type {Point} */ ([x + Math.cos(a) * length * t, y + Math.sin(a) * length * t]);
  });
  const pieces = [
    ribbon(spine, (t) => length * (0.12 * (1 - t) + 0.05 * Math.sin(Math.PI * t) + 0.03)),
  ];
  for (let i = 0; i < fingers; i++) {
    const t = 0.12 + (0.8 * i) / Math.max(1, fingers - 1);
    const [px, py] = spine[Math.min(23, Math.round(t * 23))];
    for (const side of [-1, 1]) {
      const a = angle + bend * t + side * (1.12 - 0.5 * t) + random.normal(0, 0.08);
      const long =
        length *
        reach *
        (0.45 + 0.75 * Math.sin(Math.PI * (0.15 + 0.72 * t))) *
        random.range(0.85, 1.12);
      pieces.push(finger(px, py, a, long, length * 0.105 * random.range(0.85, 1.2), side * 0.35));
    }
  }
  pieces.push(finger(...spine[21], angle + bend, length * 0.2, length * 0.1, 0));
  return pieces;
}

/** @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} wide @param {number} curl @returns {Point[]} */
export function finger(x, y, angle, length, wide, curl) {
  const line = Array.from({ length: 12 }, (_, i) => {
    const t = i / 11;
    const a = angle - curl * t;
    return /** @type {Point} */ ([x + Math.cos(a) * length * t, y + Math.sin(a) * length * t]);
  });
  return ribbon(
    line,
    (t) =>
      wide *
      (0.62 + 0.75 * t) *
      Math.sqrt(Math.max(0.0001, 1 - Math.max(0, (t - 0.72) / 0.28) ** 2)),
  );
}

/** @param {Random} random @param {number} x @param {number} y @param {number} r @param {number} [count] @param {number} [rough] @returns {Point[]} */
export function pebble(random, x, y, r, count = 8, rough = 0.22) {
  return smooth(
    Array.from({ length: count }, (_, i) => {
      const a = (i / count) * 6.2832;
      const s = r * (1 + random.normal(0, rough));
      return /** @type {Point} */ ([x + s * Math.cos(a), y + s * Math.sin(a)]);
    }),
    true,
    8,
  );
}

/** @param {number} x @param {number} y @param {number} s @param {number} a @returns {Point[][]} */
export function bird(x, y, s, a) {
  const part = (/** @type {Point[]} */ points) =>
    rotate(
      smooth(
        points.map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s])),
        true,
        6,
      ),
      a,
      x,
      y,
    );
  return [
    part([
      [-0.62, 0.04],
      [-0.3, -0.09],
      [0.1, -0.13],
      [0.42, -0.12],
      [0.55, -0.06],
      [0.7, -0.04],
      [0.54, 0.01],
      [0.3, 0.1],
      [-0.1, 0.12],
    ]),
    part([
      [-0.05, -0.06],
      [0.24, -0.08],
      [0.16, -0.34],
      [-0.06, -0.56],
      [-0.36, -0.72],
      [-0.22, -0.42],
    ]),
    part([
      [-0.08, 0.04],
      [0.18, 0.05],
      [0.02, 0.28],
      [-0.24, 0.46],
      [-0.46, 0.52],
      [-0.24, 0.26],
    ]),
    part([
      [-0.5, 0.06],
      [-0.55, -0.03],
      [-0.9, -0.12],
      [-0.8, 0.02],
      [-0.92, 0.15],
    ]),
  ];
}

/** @param {number} x @param {number} y @param {number} s @param {number} a @returns {Point[][]} */
export function fish(x, y, s, a) {
  const part = (/** @type {Point[]} */ points) =>
    rotate(
      smooth(
        points.map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s])),
        true,
        6,
      ),
      a,
      x,
      y,
    );
  return [
    part([
      [-0.8, 0],
      [-0.3, -0.36],
      [0.35, -0.36],
      [0.85, 0],
      [0.35, 0.36],
      [-0.3, 0.36],
    ]),
    part([
      [-0.6, 0],
      [-1.25, -0.45],
      [-1.05, 0],
      [-1.25, 0.45],
    ]),
  ];
}
