import { Canvas } from '../lib/canvas.mjs';
import { blend, hex } from '../lib/colour.mjs';
import { createRandom } from '../lib/random.mjs';
import { drawRange } from './ink-wash/mountains.mjs';
import { age, drawBirds, drawBoat, drawSeal, drawSun } from './ink-wash/marks.mjs';

/**
 * @typedef {object} Scroll
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} paper @property {string} ink @property {string} [tint] colour of the far chains
 * @property {Range[]} ranges far to near
 * @property {[number, number, number, string]} [sun] place in shares, radius in pixels, colour
 * @property {[number, number, number][]} [boats] place in shares, size in pixels
 * @property {[number, number]} [birds]
 * @property {[number, number]} [seal]
 */
/** @typedef {import('./ink-wash/mountains.mjs').Range} Range */

/** @param {Scroll} scroll */
function draw(scroll) {
  const { seed, width, height } = scroll;
  const random = createRandom(seed);
  const paper = hex(scroll.paper);
  const ink = hex(scroll.ink);
  const canvas = new Canvas(width, height, paper);
  if (scroll.sun) drawSun(canvas, scroll.sun, seed);
  scroll.ranges.forEach((range, index) => {
    const far = 1 - index / Math.max(1, scroll.ranges.length - 1);
    const colour = scroll.tint ? blend(ink, hex(scroll.tint), far * 0.85) : ink;
    drawRange(canvas, range, `${seed} ${index}`, colour, paper, random);
  });
  for (const [x, y, size] of scroll.boats ?? []) drawBoat(canvas, x * width, y * height, size, ink);
  if (scroll.birds) drawBirds(canvas, scroll.birds, ink, random);
  if (scroll.seal) drawSeal(canvas, scroll.seal[0] * width, scroll.seal[1] * height, random);
  age(canvas, seed);
  return canvas;
}

const ink = '#16181b';

/** @type {Scroll[]} */
const scrolls = [
  {
    seed: 'gorge',
    width: 760,
    height: 1640,
    paper: '#cfc4ab',
    ink,
    tint: '#4d5a63',
    seal: [0.83, 0.9],
    birds: [0.2, 0.2],
    ranges: [
      {
        base: 0.42,
        peaks: [
          [0.2, 0.2, 0.2],
          [0.75, 0.26, 0.16],
        ],
        ink: 0.28,
        mist: 0.09,
      },
      {
        base: 0.58,
        peaks: [
          [0.42, 0.36, 0.2],
          [0.95, 0.2, 0.2],
        ],
        ink: 0.5,
        mist: 0.13,
      },
      {
        base: 0.8,
        peaks: [
          [0.85, 0.38, 0.22],
          [0.1, 0.18, 0.25],
        ],
        ink: 0.72,
        mist: 0.16,
        pines: 16,
      },
      {
        base: 1.02,
        peaks: [
          [0.05, 0.3, 0.3],
          [0.6, 0.1, 0.25],
        ],
        ink: 0.95,
        mist: 0.14,
        pines: 22,
      },
    ],
  },
  {
    seed: 'ferry',
    width: 1800,
    height: 640,
    paper: '#c6bda8',
    ink,
    tint: '#51616d',
    seal: [0.955, 0.1],
    boats: [
      [0.36, 0.8, 30],
      [0.44, 0.74, 17],
    ],
    ranges: [
      {
        base: 0.6,
        peaks: [
          [0.15, 0.34, 0.1],
          [0.32, 0.22, 0.12],
          [0.86, 0.3, 0.12],
        ],
        ink: 0.3,
        mist: 0.14,
      },
      {
        base: 0.68,
        peaks: [
          [0.05, 0.4, 0.12],
          [0.68, 0.48, 0.07],
          [0.78, 0.34, 0.1],
        ],
        ink: 0.52,
        mist: 0.2,
        pines: 10,
      },
      {
        base: 0.95,
        peaks: [
          [0.93, 0.5, 0.13],
          [0.02, 0.3, 0.12],
        ],
        ink: 0.9,
        mist: 0.26,
        pines: 26,
      },
    ],
  },
  {
    seed: 'first frost',
    width: 1000,
    height: 1300,
    paper: '#b9b6ab',
    ink: '#14202b',
    tint: '#5c7080',
    seal: [0.08, 0.92],
    sun: [0.68, 0.24, 62, '#b5543c'],
    ranges: [
      {
        base: 0.52,
        peaks: [
          [0.3, 0.24, 0.22],
          [0.9, 0.14, 0.3],
        ],
        ink: 0.3,
        mist: 0.1,
      },
      {
        base: 0.66,
        peaks: [
          [0.6, 0.24, 0.22],
          [0.05, 0.16, 0.2],
        ],
        ink: 0.48,
        mist: 0.12,
      },
      {
        base: 0.82,
        peaks: [
          [0.25, 0.22, 0.2],
          [0.98, 0.22, 0.2],
        ],
        ink: 0.7,
        mist: 0.12,
        pines: 14,
      },
      { base: 1, peaks: [[0.75, 0.16, 0.3]], ink: 0.95, mist: 0.1, pines: 26 },
    ],
  },
  {
    seed: 'two pillars',
    width: 820,
    height: 1480,
    paper: '#c9b894',
    ink: '#1d1712',
    tint: '#6a5b48',
    seal: [0.1, 0.88],
    boats: [[0.6, 0.9, 24]],
    ranges: [
      { base: 0.46, peaks: [[0.5, 0.16, 0.4]], ink: 0.22, mist: 0.08 },
      {
        base: 0.66,
        peaks: [
          [0.3, 0.52, 0.1],
          [0.1, 0.22, 0.16],
        ],
        ink: 0.6,
        mist: 0.26,
        pines: 8,
      },
      {
        base: 0.76,
        peaks: [
          [0.74, 0.48, 0.12],
          [0.95, 0.3, 0.12],
        ],
        ink: 0.8,
        mist: 0.24,
        pines: 16,
      },
    ],
  },
  {
    seed: 'long ridge',
    width: 1700,
    height: 720,
    paper: '#a9adab',
    ink: '#121a22',
    tint: '#556673',
    seal: [0.04, 0.84],
    birds: [0.52, 0.24],
    ranges: [
      {
        base: 0.42,
        peaks: [
          [0.6, 0.14, 0.3],
          [0.1, 0.1, 0.2],
        ],
        ink: 0.22,
        mist: 0.1,
      },
      {
        base: 0.54,
        peaks: [
          [0.25, 0.24, 0.18],
          [0.8, 0.16, 0.2],
        ],
        ink: 0.36,
        mist: 0.13,
      },
      {
        base: 0.68,
        peaks: [
          [0.55, 0.26, 0.16],
          [0, 0.2, 0.15],
        ],
        ink: 0.55,
        mist: 0.15,
      },
      {
        base: 0.84,
        peaks: [
          [0.85, 0.34, 0.14],
          [0.3, 0.18, 0.16],
        ],
        ink: 0.75,
        mist: 0.16,
        pines: 16,
      },
      {
        base: 1.04,
        peaks: [
          [0.12, 0.36, 0.16],
          [0.65, 0.14, 0.2],
        ],
        ink: 0.96,
        mist: 0.16,
        pines: 30,
      },
    ],
  },
  {
    seed: 'thaw',
    width: 1150,
    height: 1150,
    paper: '#d3c8b0',
    ink: '#1a1a1c',
    tint: '#7a6a58',
    seal: [0.87, 0.85],
    sun: [0.3, 0.3, 84, '#c4542f'],
    ranges: [
      {
        base: 0.58,
        peaks: [
          [0.8, 0.3, 0.16],
          [0.55, 0.16, 0.2],
        ],
        ink: 0.34,
        mist: 0.12,
      },
      {
        base: 0.74,
        peaks: [
          [0.1, 0.24, 0.2],
          [0.95, 0.3, 0.16],
        ],
        ink: 0.6,
        mist: 0.14,
        pines: 10,
      },
      { base: 1, peaks: [[0.5, 0.2, 0.32]], ink: 0.92, mist: 0.13, pines: 24 },
    ],
  },
];

const titles = [
  ['Gorge, Before Rain', '2016-03-12'],
  ['Late Ferry', '2016-06-02'],
  ['First Frost', '2016-10-30'],
  ['Two Pillars', '2017-04-15'],
  ['Long Ridge', '2017-11-26'],
  ['Thaw', '2018-02-28'],
];

/** @type {import('../lib/work.mjs').Series} */
export const mistStudies = {
  name: 'Mist Studies',
  style: 'ink wash',
  statement: 'Mountains in ink on toned paper, each chain dissolving before the next begins.',
  works: scrolls.map((scroll, i) => ({
    title: titles[i][0],
    date: titles[i][1],
    keywords: ['ink wash', 'mountains', 'mist'],
    quality: 82,
    draw: () => draw(scroll),
  })),
};
