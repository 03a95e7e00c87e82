import { clamp, smoothstep } from '../lib/colour.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, rectangle, sector } from '../lib/shapes.mjs';
import { MARGIN, ball, fade, print } from './risograph/press.mjs';
import { leaf, vase } from './risograph/shapes.mjs';
import { cacti, dunes, pond, pool } from './risograph/outdoors.mjs';

/** @typedef {import('../lib/plane.mjs').Plane} Plane */
/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('./risograph/press.mjs').Sheet} Sheet */

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function stillLife(seed, w, h) {
  const random = createRandom(`${seed} leaves`);
  const table = h * 0.72;
  const [vx, vy, vs] = [w * 0.42, h * 0.83, h * 0.4];
  const leaves = Array.from({ length: 9 }, (_, i) =>
    leaf(
      vx + random.normal(0, 6),
      vy - vs,
      -2.75 + i * 0.3 + random.normal(0, 0.06),
      h * random.range(0.22, 0.36),
      h * 0.075,
    ),
  );
  const fruit = /** @type {[number, number, number][]} */ ([
    [w * 0.7, h * 0.81, h * 0.068],
    [w * 0.82, h * 0.845, h * 0.062],
    [w * 0.18, h * 0.86, h * 0.058],
  ]);
  const balls = fruit.map(([x, y, r]) => ellipse(x, y, r));
  const body = vase(vx, vy, vs);
  const window = rectangle(w * 0.56, h * 0.1, w * 0.32, h * 0.4);
  const clear = (/** @type {Plane} */ p) => {
    for (const shape of [...leaves, body, ...balls]) p.fill([shape], 0);
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f7f2e6',
    drums: [
      {
        ink: '#ffd23f',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, table)], 0.42).fill([window], fade(h * 0.1, h * 0.5, 0.1, 1));
          clear(p);
          for (const [i, ring] of balls.entries()) p.fill([ring], i === 1 ? 0.6 : 1);
          for (const one of leaves) p.fill([one], 0.55);
        },
      },
      {
        ink: '#ff5a4f',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, table, w, h)], fade(table, h, 0.95, 0.6)).fill(
            [window],
            fade(h * 0.22, h * 0.5, 0, 0.7),
          );
          clear(p);
          p.fill(
            [body],
            (x, y) =>
              clamp(0.2 + 0.5 * smoothstep(-0.3, 0.34, (x - vx) / vs)) *
              (Math.abs(((y - vy) / vs + 0.32) * 9) < 1 ? 1.6 : 1),
          );
          fruit.forEach(([x, y, r], i) =>
            p.fill([balls[i]], (px, py) => 0.35 + ball(x, y, r, 0.6)(px, py)),
          );
        },
      },
      {
        ink: '#1f5fa8',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, table)], fade(0, table, 0.32, 0.08)).fill([window], 0);
          for (const k of [0.5])
            p.fill([rectangle(w * (0.56 + 0.32 * k) - 5, h * 0.1, 10, h * 0.4)], 1).fill(
              [rectangle(w * 0.56, h * (0.1 + 0.4 * k) - 5, w * 0.32, 10)],
              1,
            );
          fruit.forEach(([x, y, r]) =>
            p.fill([ellipse(x + r * 0.5, y + r * 0.86, r * 1.25, r * 0.28)], 0.8),
          );
          p.fill([ellipse(vx + vs * 0.16, vy, vs * 0.4, vs * 0.05)], 0.85);
          clear(p);
          leaves.forEach((one, i) => p.fill([one], i % 2 ? 0.95 : 0.62));
          p.fill([body], (x) => clamp(0.08 + 0.85 * smoothstep(-0.12, 0.36, (x - vx) / vs)));
          fruit.forEach(([x, y, r], i) => p.fill([balls[i]], ball(x, y, r, 0.55)));
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function stairwell(seed, w, h) {
  const steps = 9;
  const [sw, sh] = [w / (steps + 1.5), (h * 0.62) / steps];
  const tread = (/** @type {number} */ i) =>
    rectangle(sw * (i + 0.7), h * 0.92 - sh * (i + 1), w, sh * 0.36);
  const riser = (/** @type {number} */ i) =>
    rectangle(sw * (i + 0.7), h * 0.92 - sh * (i + 0.64), w, sh * 0.66);
  const arch = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ r,
    /** @type {number} */ tall,
  ) => [
    ...sector(x, y, 0, r, -Math.PI, 0).slice(0, -1),
    /** @type {Point} */ ([x + r, y + tall]),
    /** @type {Point} */ ([x - r, y + tall]),
  ];
  const doors = [
    arch(w * 0.24, h * 0.3, w * 0.12, h * 0.34),
    arch(w * 0.55, h * 0.16, w * 0.1, h * 0.24),
  ];
  const sun = ellipse(w * 0.26, h * 0.36, w * 0.08);
  return {
    seed,
    width: w,
    height: h,
    paper: '#f8f1e4',
    drums: [
      {
        ink: '#ffb02e',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 0.35, 0.8));
          for (const door of doors) p.fill([door], fade(h * 0.1, h * 0.6, 0.1, 0.5));
          for (let i = steps; i >= 0; i--) p.fill([riser(i)], 0.9).fill([tread(i)], 0.25);
          p.fill([sun], 1);
        },
      },
      {
        ink: '#f0387a',
        angle: 75,
        tone: (p) => {
          p.fill(
            [rectangle(0, 0, w, h)],
            (x, y) => 0.22 + 0.5 * smoothstep(-0.1, 0.5, x / w - 0.55 + (y / h) * 0.35),
          );
          for (const door of doors) p.fill([door], 0);
          p.fill([sun], 0.95);
          for (let i = steps; i >= 0; i--) p.fill([riser(i)], 0.88).fill([tread(i)], 0.12);
        },
      },
      {
        ink: '#2b4c9b',
        angle: 45,
        tone: (p) => {
          for (const door of doors) p.fill([door], fade(h * 0.1, h * 0.62, 0.75, 0.2));
          p.fill([sun], 0);
          for (let i = steps; i >= 0; i--)
            p.fill([riser(i)], (x) =>
              clamp(0.06 + 0.9 * smoothstep(0.1, 0.9, (x - sw * (i + 0.7)) / (w * 0.8))),
            ).fill([tread(i)], (x) =>
              clamp(0.55 * smoothstep(0.25, 1, (x - sw * (i + 0.7)) / (w * 0.9))),
            );
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function phases(seed, w, h) {
  const cell = (w - 2 * MARGIN - 40) / 5;
  const rows = Math.floor((h - 2 * MARGIN - 30) / cell);
  const top = (h - rows * cell) / 2;
  const discs = Array.from({ length: 5 * rows }, (_, i) => {
    const [x, y] = [MARGIN + 20 + cell * ((i % 5) + 0.5), top + cell * (Math.floor(i / 5) + 0.5)];
    return { x, y, r: cell * 0.39, phase: i / (5 * rows - 1) };
  });
  const lit = (/** @type {number} */ phase, /** @type {number} */ u, /** @type {number} */ v) => {
    const edge = Math.cos(phase * 2 * Math.PI) * Math.sqrt(Math.max(0, 1 - v * v));
    return phase < 0.5 ? u > edge : u < -edge;
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f5efe2',
    drums: [
      {
        ink: '#ffd23f',
        angle: 0,
        tone: (p) => {
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? 0.9 : 0,
            );
        },
      },
      {
        ink: '#ff5a36',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 0, 0.75));
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? ball(x, y, r, 0.8)(px, py) : 0.5,
            );
        },
      },
      {
        ink: '#24408e',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 1, 0.55));
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? 0.02 : 0.82,
            );
        },
      },
    ],
  };
}

/** @type {[string, string, string[], Sheet][]} */
const sheets = [
  [
    'Dunes, First Proof',
    '2020-11-21',
    ['desert', 'sun'],
    dunes('dunes', 880, 1140, ['#ff5c6a', '#2f6fb0', '#ffcf3f']),
  ],
  ['Vase, Three Oranges', '2021-02-13', ['still life'], stillLife('still life', 900, 1125)],
  ['Stairwell at Noon', '2021-06-19', ['architecture'], stairwell('stairwell', 880, 1140)],
  ['Pool, Nobody In', '2021-08-14', ['summer', 'water'], pool('pool', 1000, 1000)],
  ['Thirty Nights', '2021-11-06', ['moon'], phases('phases', 960, 1120)],
  ['Saguaro', '2022-03-05', ['desert', 'plant'], cacti('cacti', 820, 1150)],
  ['Three Koi', '2022-05-21', ['fish', 'water'], pond('pond', 940, 1100)],
];

/** @type {import('../lib/work.mjs').Series} */
export const proofs = {
  name: 'Proofs',
  style: 'risograph',
  statement: 'Three spot colours, screened and printed one over another, never quite in register.',
  works: sheets.map(([title, date, words, sheet]) => ({
    title,
    date,
    keywords: ['risograph', 'halftone', ...words],
    quality: 64,
    draw: () => print(sheet),
  })),
};
