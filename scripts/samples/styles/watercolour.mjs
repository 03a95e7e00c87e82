import { Canvas } from '../lib/canvas.mjs';
import { clamp, hex, smoothstep, toGamma, toLinear } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { paperTooth } from '../lib/paper.mjs';
import { Plane } from '../lib/plane.mjs';
import { createRandom } from '../lib/random.mjs';
import { coverage } from '../lib/raster.mjs';
import { ellipse, ribbon, smooth } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('../lib/random.mjs').Random} Random */
/**
 * @typedef {object} Wash
 * @property {Point[]} outline
 * @property {string} pigment its colour in one full layer
 * @property {number} strength layers' worth of pigment, about 0.3 to 2
 * @property {number} [lift] share of the paint below that is taken off first, 0 to 1
 * @property {number} [spread] how far the edge wanders, about 0.2 (tight) to 1 (wet)
 * @property {(x: number, y: number) => number} [load] pigment's share at a place
 */
/**
 * @typedef {object} Sheet
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} paper
 * @property {(random: Random, width: number, height: number) => Wash[]} washes
 */

const LAYERS = 34;

/** @typedef {{ plane: Plane, left: number, top: number }} Patch the part of the sheet that a wash wets */

/** @param {Sheet} sheet */
function paint(sheet) {
  const { seed, width, height } = sheet;
  const random = createRandom(seed);
  const ground = hex(sheet.paper).map(toLinear);
  const depth = [0, 1, 2].map(() => new Float32Array(width * height));
  const tooth = paperTooth(seed, 5);
  sheet.washes(random, width, height).forEach((wash, i) => {
    const patch = washDensity(wash, width, height, random);
    if (!patch) return;
    const lift = wash.lift ?? 0;
    if (lift > 0)
      overPatch(patch, width, (v, p) =>
        depth.forEach((channel) => (channel[p] *= 1 - lift * clamp(v * 1.3))),
      );
    settle(patch, `${seed} ${i}`, tooth, wash);
    const absorbs = hex(wash.pigment).map(
      (v) => -Math.log(clamp(toLinear(v), 0.012, 0.995)) * wash.strength,
    );
    overPatch(patch, width, (v, p) =>
      depth.forEach((channel, k) => (channel[p] += v * absorbs[k])),
    );
  });
  const canvas = new Canvas(width, height, [1, 1, 1]);
  for (let p = 0; p < width * height; p++) {
    const light = 1 + 0.02 * tooth(p % width, Math.floor(p / width));
    for (let k = 0; k < 3; k++)
      canvas.data[p * 3 + k] = toGamma(ground[k] * Math.exp(-depth[k][p])) * light;
  }
  return canvas;
}

/** Visits the wet places: the density there, and the place in the sheet. @param {Patch} patch @param {number} width @param {(v: number, p: number) => void} visit */
function overPatch({ plane, left, top }, width, visit) {
  plane.data.forEach((v, i) => {
    if (v > 0) visit(v, (top + Math.floor(i / plane.width)) * width + left + (i % plane.width));
  });
}

/**
 * Tyler Hobbs' description of simulated watercolour ('How to hack a painting', 2017): one deformed
 * base polygon; many thin layers, each deformed further by itself.
 *
 * @param {Wash} wash @param {number} width @param {number} height @param {Random} random
 * @returns {Patch | undefined}
 */
function washDensity({ outline, spread = 0.5 }, width, height, random) {
  let base = withVariance(outline, random);
  for (let i = 0; i < 3; i++) base = deform(base, spread, random);
  const layers = Array.from({ length: LAYERS }, (_, layer) => {
    let shape = base;
    for (let i = 0; i < 3; i++)
      shape = deform(shape, spread * (0.7 + (0.6 * layer) / LAYERS), random);
    return shape.map(({ at }) => at);
  });
  const place = frameOf(layers, width, height);
  if (!place) return undefined;
  const plane = new Plane(place.width, place.height);
  for (const layer of layers) {
    const area = coverage(
      [layer.map(([x, y]) => [x - place.left, y - place.top])],
      plane.width,
      plane.height,
    );
    if (!area) continue;
    for (let y = 0; y < area.height; y++) {
      const row = (area.top + y) * plane.width + area.left;
      for (let x = 0; x < area.width; x++)
        plane.data[row + x] += area.data[y * area.stride + x] / LAYERS;
    }
  }
  return { plane, left: place.left, top: place.top };
}

/** @param {Point[][]} layers @param {number} width @param {number} height */
function frameOf(layers, width, height) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const layer of layers) {
    for (const [x, y] of layer) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  left = Math.max(0, Math.floor(left) - 24);
  top = Math.max(0, Math.floor(top) - 24);
  right = Math.min(width, Math.ceil(right) + 24);
  bottom = Math.min(height, Math.ceil(bottom) + 24);
  return right > left && bottom > top
    ? { left, top, width: right - left, height: bottom - top }
    : undefined;
}

/** @typedef {{ at: Point, variance: number }} Corner variance belongs to the edge that starts here */

/** Some edges bleed, some stay crisp. @param {Point[]} outline @param {Random} random @returns {Corner[]} */
function withVariance(outline, random) {
  return outline.map((at) => ({ at, variance: random.next() ** 2 * 0.9 + 0.08 }));
}

/** Every edge breaks at a point near its middle. @param {Corner[]} corners @param {number} spread @param {Random} random @returns {Corner[]} */
function deform(corners, spread, random) {
  /** @type {Corner[]} */
  const out = [];
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length];
    const [ax, ay] = corner.at;
    const [bx, by] = next.at;
    const reach = Math.hypot(bx - ax, by - ay) * corner.variance * spread;
    const t = clamp(random.normal(0.5, 0.12), 0.2, 0.8);
    const calmer = corner.variance * random.range(0.72, 0.98);
    out.push(
      { at: corner.at, variance: calmer },
      {
        at: [
          ax + (bx - ax) * t + random.normal(0, reach * 0.55),
          ay + (by - ay) * t + random.normal(0, reach * 0.55),
        ],
        variance: calmer,
      },
    );
  });
  return out;
}

/**
 * What drying does: pigment gathers at the edge, flows into blooms, and settles in the paper's tooth.
 *
 * @param {Patch} patch @param {string} seed @param {(x: number, y: number) => number} tooth @param {Wash} wash
 */
function settle({ plane, left, top }, seed, tooth, { load = () => 1 }) {
  const noise = createNoise(seed);
  const wide = plane.blurred(7);
  const flow = (/** @type {number} */ x, /** @type {number} */ y) => {
    const bend = 0.7 * noise.fbm(x / 260, y / 260, 3);
    return noise.fbm(x / 190 + bend, y / 190 - bend, 5);
  };
  plane.set((u, v) => {
    const p = v * plane.width + u;
    const here = plane.data[p];
    if (here < 0.004) return 0;
    const [x, y] = [left + u, top + v];
    const rim = Math.max(0, here - wide.data[p]) * 1.5;
    const pool = 0.9 + 0.62 * flow(x, y);
    const bloom = 0.17 * smoothstep(0.06, 0, Math.abs(flow(x + 900, y + 300) - 0.12)) * here;
    const grain = 1 + 0.2 * tooth(x, y) * here;
    return Math.max(0, (here * pool + rim + bloom) * grain * load(x, y));
  });
}

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
