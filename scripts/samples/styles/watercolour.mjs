import { clamp, smoothstep } from '../lib/colour.mjs';
import { ellipse, ribbon, smooth } from '../lib/shapes.mjs';
import { paint } from './watercolour/wash.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('../lib/random.mjs').Random} Random */
/** @typedef {import('./watercolour/wash.mjs').Wash} Wash */
/** @typedef {import('./watercolour/wash.mjs').Sheet} Sheet */

/** A ragged band from side to side. @param {number} width @param {number} top @param {number} bottom @param {Random} random @param {number} [relief] @returns {Point[]} */
function band(width, top, bottom, random, relief = 14) {
  const upper = Array.from(
    { length: 10 },
    (_, i) =>
      /** @type {Point} */ ([-60 + ((width + 120) * i) / 9, top + random.normal(0, relief)]),
  );
  const lower = Array.from(
    { length: 7 },
    (_, i) =>
      /** @type {Point} */ ([
        width + 60 - ((width + 120) * i) / 6,
        bottom + random.normal(0, relief * 0.5),
      ]),
  );
  return [...upper, ...lower];
}

/** @param {Random} random @param {number} x @param {number} y @param {number} r @param {number} [count] @param {number} [flat] @returns {Point[]} */
function blot(random, x, y, r, count = 9, flat = 1) {
  const corners = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const reach = r * random.range(0.84, 1.14);
    return /** @type {Point} */ ([x + reach * Math.cos(angle), y + reach * flat * Math.sin(angle)]);
  });
  return smooth(corners, true, 3);
}

/** A petal or a leaf. @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} wide @returns {Point[]} */
function petal(x, y, angle, length, wide) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const profile = /** @type {Point[]} */ ([
    [0, 0],
    [0.25, 0.32],
    [0.6, 0.5],
    [0.9, 0.3],
    [1, 0],
    [0.9, -0.3],
    [0.6, -0.5],
    [0.25, -0.32],
  ]);
  return profile.map(([u, v]) => [
    x + c * u * length - s * v * wide,
    y + s * u * length + c * v * wide,
  ]);
}

/** @param {string[]} skies from the top @param {string[]} hills far to near @param {{ sun?: [number, number, number, string], level?: number }} [more] @returns {Sheet['washes']} */
const shore =
  (skies, hills, { sun, level = 0.55 } = {}) =>
  (random, w, h) => {
    /** @type {Wash[]} */
    const washes = [];
    const keep =
      sun &&
      ((/** @type {number} */ x, /** @type {number} */ y) =>
        smoothstep(sun[2] * 0.92, sun[2] * 1.04, Math.hypot(x - sun[0] * w, y - sun[1] * h)));
    skies.forEach((pigment, i) => {
      const top = h * level * (i / skies.length) - 40;
      washes.push({
        outline: band(w, top, h * level * ((i + 1.5) / skies.length), random, 24),
        pigment,
        strength: 0.85,
        spread: 1,
        ...(keep && { load: keep }),
      });
    });
    if (sun)
      washes.push({
        outline: ellipse(sun[0] * w, sun[1] * h, sun[2], sun[2], 22),
        pigment: sun[3],
        strength: 1.1,
        spread: 0.12,
      });
    hills.forEach((pigment, i) => {
      const top = h * (level - 0.06 + ((1.02 - level) * i) / hills.length);
      washes.push({
        outline: band(w, top, top + h * 0.3, random, h * 0.035),
        pigment,
        strength: 0.95,
        spread: 0.5,
        lift: 0.62,
        load: (_, y) => clamp(1.1 - (0.75 * (y - top)) / (h * 0.27), 0.12, 1.1),
      });
    });
    return washes;
  };

/** @param {string[]} petals @param {string[]} leaves @param {number} count @returns {Sheet['washes']} */
const flowers = (petals, leaves, count) => (random, w, h) => {
  /** @type {Wash[]} */
  const washes = [
    {
      outline: blot(random, w * 0.5, h * 0.52, Math.min(w, h) * 0.36),
      pigment: leaves[0],
      strength: 0.16,
      spread: 1,
    },
  ];
  const heads = Array.from({ length: count }, (_, i) => {
    const turn = i * 2.4 + 0.5;
    const away = Math.sqrt((i + 0.4) / count) * Math.min(w, h) * 0.36;
    return [
      w * 0.5 + away * Math.cos(turn) * (w / Math.min(w, h)) ** 1.15,
      h * 0.4 + away * Math.sin(turn) * 0.82,
      turn,
    ];
  });
  for (const [x, y] of heads) {
    const stem = smooth(
      [
        [x, y],
        [x * 0.55 + w * 0.225 + random.normal(0, 14), y * 0.4 + h * 0.5],
        [w * 0.5 + (x - w * 0.5) * 0.16, h * 1.04],
      ],
      false,
      3,
    );
    washes.push({
      outline: ribbon(stem, (t) => 5 + 5 * t),
      pigment: random.pick(leaves),
      strength: 0.75,
      spread: 0.16,
    });
  }
  for (const [i, [x, y, turn]] of heads.entries()) {
    const size = Math.min(w, h) * random.range(0.09, 0.15) * (1.25 - (0.5 * i) / count);
    for (let k = 0; k < 2; k++) {
      const a = random.range(0, 6.28);
      washes.push({
        outline: petal(
          x + Math.cos(a) * size * 0.5,
          y + Math.sin(a) * size * 0.5,
          a,
          size * random.range(1.2, 1.9),
          size * 0.5,
        ),
        pigment: random.pick(leaves),
        strength: random.range(0.5, 0.9),
        spread: 0.35,
        lift: 0.5,
      });
    }
    const pigment = random.pick(petals);
    const around = random.integer(5, 6);
    for (let k = 0; k < around; k++) {
      const a = turn + (k / around) * 6.283 + random.normal(0, 0.1);
      washes.push({
        outline: petal(x, y, a, size * random.range(0.9, 1.15), size * 0.86),
        pigment,
        strength: random.range(0.5, 0.8),
        spread: 0.36,
        lift: k === 0 ? 0.9 : 0.72,
      });
    }
    washes.push({
      outline: blot(random, x, y, size * 0.17),
      pigment: '#5a2a1e',
      strength: 0.9,
      spread: 0.6,
    });
  }
  return washes;
};

/** @param {string[]} pigments @param {number} count @returns {Sheet['washes']} */
const stones = (pigments, count) => (random, w, h) =>
  Array.from({ length: count }, (_, i) => {
    const [column, row] = [i % 3, Math.floor(i / 3)];
    const rows = Math.ceil(count / 3);
    const size = Math.min(w / 3.5, h / (rows + 0.6)) * 0.5;
    return {
      outline: blot(
        random,
        (w * (column + 0.75)) / 3.5 + random.normal(0, 8),
        (h * (row + 0.8)) / (rows + 0.6) + random.normal(0, 8),
        size * random.range(0.86, 1.05),
        10,
        random.range(0.75, 1),
      ),
      pigment: pigments[i % pigments.length],
      strength: random.range(0.75, 1.25),
      spread: 0.34,
    };
  });

/** @param {string[]} pigments @returns {Sheet['washes']} */
const lemons = (pigments) => (random, w, h) => {
  const [fruit, shade, cloth, leaf, wall] = pigments;
  const lemon = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ r,
    /** @type {number} */ a,
  ) =>
    Array.from({ length: 16 }, (_, i) => {
      const t = (i / 16) * 6.2832;
      const tip = 1 + 0.26 * Math.max(0, Math.abs(Math.cos(t)) - 0.82) * 5;
      const [u, v] = [r * 1.12 * tip * Math.cos(t), r * 0.84 * Math.sin(t)];
      return /** @type {Point} */ ([
        x + u * Math.cos(a) - v * Math.sin(a),
        y + u * Math.sin(a) + v * Math.cos(a),
      ]);
    });
  /** @type {Wash[]} */
  const washes = [
    { outline: band(w, -30, h * 0.5, random, 18), pigment: wall, strength: 0.5, spread: 0.9 },
    { outline: band(w, h * 0.55, h + 40, random, 12), pigment: cloth, strength: 0.62, spread: 0.5 },
  ];
  const places = [
    [0.31, 0.6, 0.15, 0.3],
    [0.56, 0.56, 0.16, -0.5],
    [0.76, 0.7, 0.14, 0.7],
    [0.45, 0.78, 0.15, 0.1],
  ];
  for (const [x, y, r, a] of places) {
    const size = r * Math.min(w, h) * 1.1;
    const [cx, cy] = [x * w, y * h];
    washes.push({
      outline: blot(random, cx + size * 0.35, cy + size * 0.78, size * 0.95, 9, 0.34),
      pigment: '#54408a',
      strength: 0.62,
      spread: 0.5,
    });
    washes.push({
      outline: lemon(cx, cy, size, a),
      pigment: fruit,
      strength: 1.25,
      spread: 0.1,
      lift: 0.97,
      load: (px, py) => 0.55 + 0.6 * smoothstep(-size, size, (px - cx) * 0.6 + (py - cy)),
    });
    washes.push({
      outline: lemon(cx, cy, size * 0.97, a),
      pigment: shade,
      strength: 0.75,
      spread: 0.14,
      load: (px, py) => smoothstep(0.15, 1, ((px - cx) * 0.55 + (py - cy) * 0.8) / size),
    });
  }
  for (let i = 0; i < 8; i++)
    washes.push({
      outline: petal(
        w * (0.56 + 0.012 * i),
        h * (0.43 - 0.01 * i),
        -2.9 + i * 0.38,
        h * random.range(0.15, 0.24),
        h * 0.07,
      ),
      pigment: leaf,
      strength: random.range(0.5, 1.1),
      spread: 0.28,
      lift: 0.6,
    });
  return washes;
};

/** @type {(Sheet & { title: string, date: string, keywords: string[], format?: 'webp' })[]} */
const sheets = [
  {
    title: 'Estuary, Grey Morning',
    date: '2018-06-11',
    keywords: ['sea'],
    seed: 'estuary',
    width: 1500,
    height: 900,
    paper: '#e6e0d2',
    washes: shore(['#7f8c96', '#b3b8b4', '#d8c8ac'], ['#8b9a9c', '#74868a', '#7a7262', '#5a564e']),
  },
  {
    title: 'Headlands at Five',
    date: '2019-11-02',
    keywords: ['sea', 'dusk'],
    seed: 'headlands',
    width: 1500,
    height: 1000,
    paper: '#f4ecdc',
    washes: shore(['#8fb0d8', '#e8b4c0', '#f8c878'], ['#a89ac8', '#5f6fa0', '#4a4f86', '#3a3a64'], {
      sun: [0.66, 0.4, 58, '#f2643a'],
    }),
  },
  {
    title: 'Pebbles, Wet',
    date: '2020-04-25',
    keywords: ['study', 'stones'],
    seed: 'pebbles',
    width: 1080,
    height: 1350,
    paper: '#f7f1e4',
    format: 'webp',
    washes: stones(
      ['#d9643f', '#e8a13d', '#4f8f9a', '#b8526a', '#6a7fb0', '#8aa05a', '#e58a6f'],
      12,
    ),
  },
  {
    title: 'Poppies for the Table',
    date: '2020-07-12',
    keywords: ['flowers'],
    seed: 'poppies',
    width: 1080,
    height: 1350,
    paper: '#faf3e6',
    washes: flowers(
      ['#e8402f', '#f0643a', '#e8305a', '#f59a3f'],
      ['#5f9a5a', '#7fae5f', '#3f7f6a'],
      11,
    ),
  },
  {
    title: 'Red Sun, Warm Sea',
    date: '2020-08-30',
    keywords: ['sea', 'sun'],
    seed: 'red sun',
    width: 1700,
    height: 760,
    paper: '#fbf0dc',
    format: 'webp',
    washes: shore(['#f7b24a', '#f58a4f', '#ee6a5f'], ['#e0567a', '#b8508f', '#6f58a8'], {
      sun: [0.36, 0.34, 66, '#e8301f'],
      level: 0.62,
    }),
  },
  {
    title: 'Lemons, Blue Cloth',
    date: '2021-03-14',
    keywords: ['still life', 'fruit'],
    seed: 'lemons',
    width: 1400,
    height: 1050,
    paper: '#fbf5e6',
    washes: lemons(['#f8cf2a', '#d98a1f', '#3f7fc8', '#3f8f5a', '#f7b8a0']),
  },
  {
    title: 'Garden, Wide Open',
    date: '2021-05-29',
    keywords: ['flowers', 'garden'],
    seed: 'garden',
    width: 1600,
    height: 1000,
    paper: '#fdf6e8',
    washes: flowers(
      ['#f0487f', '#ff8a3f', '#f7c23a', '#b060c8', '#ff6a5a'],
      ['#6fbf6a', '#3f9f7f', '#a8c84f'],
      16,
    ),
  },
];

/** @type {import('../lib/work.mjs').Series} */
export const wetDays = {
  name: 'Wet Days',
  style: 'watercolour',
  statement: 'Thin layers on rough paper, left to run and to dry with their edges.',
  works: sheets.map((sheet) => ({
    title: sheet.title,
    date: sheet.date,
    keywords: ['watercolour', ...sheet.keywords],
    ...(sheet.format && { format: sheet.format }),
    draw: () => paint(sheet),
  })),
};
