import { ribbon, smooth } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */

/** @param {number} x @param {number} y @param {number} s the vase's height @returns {Point[]} */
export const vase = (x, y, s) => {
  const half = /** @type {Point[]} */ ([
    [0.12, -1],
    [0.1, -0.9],
    [0.1, -0.74],
    [0.3, -0.52],
    [0.36, -0.28],
    [0.27, -0.06],
    [0.2, 0],
  ]);
  const right = smooth(half).map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s]));
  return [...right, ...right.map(([px, py]) => /** @type {Point} */ ([2 * x - px, py])).reverse()];
};

/** A leaf with a bent rib. @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} wide @returns {Point[]} */
export function leaf(x, y, angle, length, wide) {
  const rib = Array.from({ length: 16 }, (_, i) => {
    const t = i / 15;
    return /** @type {Point} */ ([
      x + Math.cos(angle + 0.5 * t) * length * t,
      y + Math.sin(angle + 0.5 * t) * length * t,
    ]);
  });
  return ribbon(rib, (t) => wide * Math.sin(Math.PI * t ** 0.8));
}

/** A fish seen from above. @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} bend */
export function koi(x, y, angle, length, bend) {
  const spine = Array.from({ length: 26 }, (_, i) => {
    const t = i / 25;
    const turn = angle + bend * Math.sin(t * 3.4);
    return /** @type {Point} */ ([
      x + Math.cos(turn) * length * (t - 0.4),
      y + Math.sin(turn) * length * (t - 0.4),
    ]);
  });
  const body = ribbon(
    spine,
    (t) => length * 0.25 * Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.06)) ** 0.75 * (1 - 0.5 * t),
  );
  const [tx, ty] = spine[24];
  const [sx, sy] = spine[8];
  const tails = [-0.42, 0.42].map((side) =>
    leaf(tx, ty, angle + side + bend * 0.4, length * 0.3, length * 0.1),
  );
  const fins = [-1, 1].map((side) =>
    leaf(sx, sy, angle + side * 1.05, length * 0.24, length * 0.1),
  );
  return { spine, body, fins: [...tails, ...fins], length };
}
