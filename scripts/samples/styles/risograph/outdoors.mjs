import { clamp, smoothstep } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { ellipse, rectangle, ribbon, rotate, sector, smooth } from '../../lib/shapes.mjs';
import { below, fade } from './press.mjs';
import { koi } from './shapes.mjs';

/** @typedef {import('../../lib/plane.mjs').Plane} Plane */
/** @typedef {import('../../lib/raster.mjs').Point} Point */
/** @typedef {import('./press.mjs').Sheet} Sheet */

/** @param {string} seed @param {number} w @param {number} h @param {string[]} inks @returns {Sheet} */
export function dunes(seed, w, h, [hot, cool, sun]) {
  const [cx, cy, r] = [w * 0.62, h * 0.34, Math.min(w, h) * 0.2];
  const layers = [0.5, 0.62, 0.76, 0.9].map((base, i) =>
    below(w, h, `${seed} ${i}`, h * base, h * (0.16 - 0.02 * i), w * 0.42),
  );
  return {
    seed,
    width: w,
    height: h,
    paper: '#f6f0e2',
    drums: [
      {
        ink: sun,
        angle: 0,
        tone: (p) =>
          p
            .fill([rectangle(0, 0, w, h)], fade(h * 0.05, h * 0.6, 0.1, 0.75))
            .fill([ellipse(cx, cy, r)], 1),
      },
      {
        ink: hot,
        angle: 75,
        tone: (p) => {
          p.fill([ellipse(cx, cy, r)], fade(cy - r, cy + r, 0.25, 1));
          layers.forEach((ring, i) =>
            p.fill([ring], fade(h * (0.4 + 0.13 * i), h * (0.66 + 0.13 * i), 0.95, 0.2 + 0.06 * i)),
          );
        },
      },
      {
        ink: cool,
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h * 0.5)], fade(0, h * 0.34, 0.5, 0)).fill(
            [ellipse(cx, cy, r)],
            0,
          );
          layers.forEach((ring, i) =>
            p.fill([ring], (x, y) =>
              clamp(
                0.08 +
                  0.3 * i * 0.5 +
                  0.62 *
                    smoothstep(0.15, 0.75, Math.sin(x / (w * 0.09) + i * 1.7 + (y / h) * 4)) *
                    fade(h * (0.42 + 0.13 * i), h * (0.62 + 0.13 * i), 1, 0.1)(x, y),
              ),
            ),
          );
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
export function pool(seed, w, h) {
  const noise = createNoise(seed);
  const water = rectangle(w * 0.16, h * 0.2, w * 0.68, h * 0.68);
  const ripple = (/** @type {number} */ x, /** @type {number} */ y) =>
    1 - Math.min(1, Math.abs(noise.fbm(x / 120, y / 96, 2) + 0.3 * noise.at(x / 40, y / 34)) * 5.5);
  const board = [rotate(rectangle(w * 0.46, h * 0.06, w * 0.08, h * 0.26), 0, 0, 0)];
  const ring = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => [
    ellipse(x, y, r),
    ellipse(x, y, r * 0.46).reverse(),
  ];
  const rings = [ring(w * 0.66, h * 0.62, w * 0.1), ring(w * 0.33, h * 0.76, w * 0.075)];
  return {
    seed,
    width: w,
    height: h,
    paper: '#f9f3e6',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            (Math.floor(x / 52) + Math.floor(y / 52)) % 2 ? 0.62 : 0.36,
          );
          p.fill([water], 0);
          for (const one of rings) p.fill(one, 1);
          p.fill(board, 0.2);
        },
      },
      {
        ink: '#ff4f6f',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            (Math.floor(x / 52) + Math.floor(y / 52)) % 2 ? 0.42 : 0.1,
          );
          p.fill([water], 0);
          rings.forEach((one, i) =>
            p.fill(one, (x, y) =>
              Math.floor(
                (Math.atan2(y - (i ? h * 0.76 : h * 0.62), x - (i ? w * 0.33 : w * 0.66)) /
                  Math.PI) *
                  4 +
                  8,
              ) % 2
                ? 1
                : 0.08,
            ),
          );
          p.fill(board, 0.85);
        },
      },
      {
        ink: '#1593b8',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(w * 0.14, h * 0.185, w * 0.72, h * 0.71)], 0.25).fill([water], (x, y) =>
            clamp(
              0.38 +
                0.5 * smoothstep(h * 0.2, h * 0.9, y) -
                0.62 * smoothstep(0.45, 0.95, ripple(x, y)),
            ),
          );
          rings.forEach((one) => {
            p.fill(
              one.map((r) => r.map(([x, y]) => /** @type {Point} */ ([x + 16, y + 26]))),
              1,
            );
            p.fill(one, 0.04);
          });
          p.fill([rectangle(w * 0.475, h * 0.2, w * 0.08, h * 0.17)], 1).fill(board, 0);
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
export function cacti(seed, w, h) {
  const ground = below(w, h, seed, h * 0.82, h * 0.03, w * 0.5);
  const limb = (/** @type {Point[]} */ line, /** @type {number} */ wide) => ({
    line: smooth(line),
    wide,
    ring: ribbon(smooth(line), wide),
  });
  const limbs = [
    limb(
      [
        [w * 0.46, h * 0.88],
        [w * 0.46, h * 0.55],
        [w * 0.46, h * 0.24],
      ],
      w * 0.13,
    ),
    limb(
      [
        [w * 0.46, h * 0.62],
        [w * 0.62, h * 0.62],
        [w * 0.66, h * 0.52],
        [w * 0.66, h * 0.38],
      ],
      w * 0.09,
    ),
    limb(
      [
        [w * 0.46, h * 0.54],
        [w * 0.31, h * 0.54],
        [w * 0.27, h * 0.46],
        [w * 0.27, h * 0.36],
      ],
      w * 0.08,
    ),
  ];
  const caps = limbs.map(({ line, wide }) =>
    ellipse(line[line.length - 1][0], line[line.length - 1][1], wide / 2),
  );
  const sun = /** @type {[number, number, number]} */ ([w * 0.7, h * 0.2, w * 0.14]);
  const shade =
    (/** @type {number} */ centre, /** @type {number} */ wide) => (/** @type {number} */ x) =>
      clamp(
        0.3 +
          0.7 * smoothstep(-0.5, 0.5, (x - centre) / wide) +
          0.25 * Math.cos(((x - centre) / wide) * 40),
      );
  return {
    seed,
    width: w,
    height: h,
    paper: '#f8f0df',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h * 0.85, 0.2, 0.9)).fill([ellipse(...sun)], 1);
          for (const { ring } of limbs) p.fill([ring], 0.7);
          for (const cap of caps) p.fill([cap], 0.7);
        },
      },
      {
        ink: '#ff4f5e',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(h * 0.25, h * 0.85, 0.08, 0.8))
            .fill([ellipse(...sun)], 0.85)
            .fill([ground], 0.9);
          for (const { ring } of limbs) p.fill([ring], 0);
          for (const cap of caps) p.fill([cap], 0);
          p.fill([ellipse(w * 0.46, h * 0.215, w * 0.035)], 1).fill(
            [ellipse(w * 0.66, h * 0.355, w * 0.026)],
            1,
          );
        },
      },
      {
        ink: '#00857a',
        angle: 45,
        tone: (p) => {
          p.fill([ground], fade(h * 0.8, h, 0.1, 0.6));
          p.fill([ellipse(w * 0.58, h * 0.885, w * 0.26, h * 0.018)], 1);
          limbs.forEach(({ ring, line, wide }, i) => {
            const tone = shade(line[line.length - 1][0], wide);
            p.fill([ring], tone).fill([caps[i]], tone);
          });
          p.fill([ellipse(w * 0.46, h * 0.215, w * 0.035)], 0).fill(
            [ellipse(w * 0.66, h * 0.355, w * 0.026)],
            0,
          );
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
export function pond(seed, w, h) {
  const noise = createNoise(seed);
  const fish = [
    koi(w * 0.36, h * 0.3, 2.5, h * 0.34, 0.5),
    koi(w * 0.64, h * 0.52, -0.7, h * 0.4, -0.5),
    koi(w * 0.34, h * 0.76, 0.5, h * 0.3, 0.45),
  ];
  const pads = /** @type {[number, number, number, number][]} */ ([
    [w * 0.8, h * 0.16, w * 0.12, 0.4],
    [w * 0.15, h * 0.52, w * 0.09, 2.6],
    [w * 0.78, h * 0.84, w * 0.14, 4],
    [w * 0.58, h * 0.13, w * 0.06, 1.4],
  ]);
  const patch = (/** @type {number} */ x, /** @type {number} */ y) =>
    noise.fbm(x / 95, y / 95, 2) > 0.04 ? 1 : 0.12;
  const each = (/** @type {Plane} */ p, /** @type {any} */ body, /** @type {any} */ fin) => {
    for (const one of fish) {
      for (const f of one.fins) p.fill([f], fin);
      p.fill([one.body], body);
    }
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f7f1e3',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          each(p, (/** @type {number} */ x, /** @type {number} */ y) => patch(x, y) * 0.85, 0.4);
          for (const [x, y, r, a] of pads) p.fill([sector(x, y, 0, r, a, a + 5.7)], 0.8);
        },
      },
      {
        ink: '#ff4a2f',
        angle: 75,
        tone: (p) => {
          each(p, patch, 0.4);
          for (const [x, y, r] of pads.slice(0, 2))
            p.fill([ellipse(x + r * 0.4, y + r * 0.2, r * 0.3)], 0.9);
        },
      },
      {
        ink: '#0f6f9a',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            clamp(
              0.62 +
                0.5 * noise.fbm(x / 260, y / 200, 3) +
                (Math.abs(noise.fbm(x / 150 + 40, y / 110, 2)) < 0.018 ? -0.5 : 0),
            ),
          );
          for (const one of fish)
            p.fill([one.body.map(([x, y]) => /** @type {Point} */ ([x + 22, y + 30]))], 1);
          each(p, 0.03, 0.16);
          for (const { spine, length } of fish)
            for (const side of [-1, 1]) {
              const [a, b] = [spine[2], spine[4]];
              const d = Math.hypot(b[0] - a[0], b[1] - a[1]);
              p.fill(
                [
                  ellipse(
                    a[0] - (side * (b[1] - a[1]) * length * 0.045) / d,
                    a[1] + (side * (b[0] - a[0]) * length * 0.045) / d,
                    length * 0.012,
                  ),
                ],
                1,
              );
            }
          for (const [x, y, r, a] of pads) {
            p.fill([sector(x + 12, y + 16, 0, r, a, a + 5.7)], 1).fill(
              [sector(x, y, 0, r, a, a + 5.7)],
              (px, py) => 0.5 + 0.25 * Math.cos(Math.atan2(py - y, px - x) * 14),
            );
          }
          for (const [x, y, r] of pads.slice(0, 2))
            p.fill([ellipse(x + r * 0.4, y + r * 0.2, r * 0.3)], 0);
        },
      },
    ],
  };
}
