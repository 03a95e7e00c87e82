import { Canvas } from '../lib/canvas.mjs';
import { blend, clamp, hex, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { paperTooth } from '../lib/paper.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, rectangle, smooth } from '../lib/shapes.mjs';

/**
 * @typedef {object} Range one chain of mountains, all in shares of the picture's height
 * @property {number} base where it would stand without peaks
 * @property {[number, number, number][]} peaks place (share of the width), height, half width
 * @property {number} ink 0 to 1
 * @property {number} mist depth after which it is lost in mist
 * @property {number} [pines]
 */
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

/** @param {Canvas} canvas @param {[number, number, number, string]} sun @param {string} seed */
function drawSun(canvas, [x, y, radius, colour], seed) {
  const noise = createNoise(`${seed} sun`);
  canvas.fill([ellipse(x * canvas.width, y * canvas.height, radius)], hex(colour), {
    alpha: 0.9,
    mode: 'multiply',
    mask: (px, py) =>
      clamp(0.8 + 0.5 * noise.fbm(px / 60, py / 60, 3)) *
      smoothstep(y * canvas.height + radius * 1.5, y * canvas.height - radius * 0.4, py),
  });
}

/**
 * @param {Canvas} canvas @param {Range} range @param {string} seed @param {import('../lib/colour.mjs').Rgb} ink
 * @param {import('../lib/colour.mjs').Rgb} paper @param {import('../lib/random.mjs').Random} random
 */
function drawRange(canvas, range, seed, ink, paper, random) {
  const { width, height } = canvas;
  const noise = createNoise(seed);
  const profile = Array.from({ length: width }, (_, x) => crestAt(range, noise, x, width, height));
  const tone = washOf(range, noise, height);
  for (let x = 0; x < width; x++) {
    const [crest, presence] = profile[x];
    for (let y = Math.max(0, Math.floor(crest) - 1); y < height; y++) {
      const depth = y - crest;
      const cover = clamp(depth + 0.5) * presence;
      const density = clamp(tone(x, Math.max(0, depth))) * cover;
      const i = (y * width + x) * 3;
      for (let k = 0; k < 3; k++) {
        const under = canvas.data[i + k] + (paper[k] - canvas.data[i + k]) * cover;
        canvas.data[i + k] = under * (1 - density) + ink[k] * under * density;
      }
    }
  }
  for (let i = 0; i < (range.pines ?? 0); i++) {
    const x = clusterPlace(random, range) * width;
    const [foot, presence] = profile[clamp(Math.round(x), 0, width - 1)];
    if (presence > 0.9)
      drawPine(
        canvas,
        x,
        foot + 8,
        random.range(24, 62) * (Math.min(height, 1300) / 1000),
        ink,
        random,
      );
  }
}

/** @param {import('../lib/random.mjs').Random} random @param {Range} range */
function clusterPlace(random, range) {
  const [centre, , half] = random.pick(range.peaks);
  return clamp(centre + random.normal(0, half * 0.8), 0.01, 0.99);
}

/**
 * The height of the crest, and how much of the chain stands there at all: between its peaks it is
 * lost in mist.
 *
 * @param {Range} range @param {import('../lib/noise.mjs').Noise} noise @param {number} x
 * @param {number} width @param {number} height @returns {[number, number]}
 */
function crestAt({ base, peaks }, noise, x, width, height) {
  const s = x / height;
  let rise = 0;
  for (const [centre, tall, half] of peaks) {
    const away = Math.abs(x / width - centre + 0.022 * noise.fbm(s * 7, centre * 9, 3)) / half;
    rise = Math.max(rise, tall * Math.exp(-(away ** 1.35) * 1.7));
  }
  const crags = noise.ridged(s * 7 + 3, 2.5, 6) - 0.3;
  const steps = noise.fbm(s * 26, 7.7, 4);
  const top = rise * (0.86 + 0.62 * crags) + rise * 0.16 * steps + 0.012 * steps;
  return [(base - top) * height, smoothstep(0.02, 0.085, rise)];
}

/**
 * How much ink lies at a depth below the crest: the loaded brush along the edge, the texture strokes
 * that run down the slope ('cun'), and the wash that dissolves.
 *
 * @param {Range} range @param {import('../lib/noise.mjs').Noise} noise @param {number} height
 */
function washOf({ ink, mist }, noise, height) {
  const unit = height / 1000;
  return (/** @type {number} */ x, /** @type {number} */ depth) => {
    const [u, d] = [x / unit, depth / unit];
    const reach = mist * 1000 * (1 + 0.45 * noise.fbm(u / 150, 8.1, 3));
    const fade = Math.exp(-((d / reach) ** 1.3));
    const pool = 0.8 + 0.9 * noise.fbm(u / 120, d / 140 + 5, 5);
    const bend = 30 * noise.at(u / 80, d / 110);
    const strokes = noise.fbm((u + bend + d * 0.3) / 16, d / 70 + 11, 5);
    const cun = smoothstep(0.05, 0.42, strokes) * Math.exp(-d / (mist * 560));
    const loaded = clamp(0.25 + 1.5 * noise.fbm(u / 45, 3.3, 3));
    const edge = Math.exp(-d / (3 + 16 * loaded)) * loaded;
    return ink * (fade * pool * 0.74 + cun * 0.5 + edge * 0.6);
  };
}

/**
 * @param {Canvas} canvas @param {number} x @param {number} foot @param {number} tall
 * @param {import('../lib/colour.mjs').Rgb} ink @param {import('../lib/random.mjs').Random} random
 */
function drawPine(canvas, x, foot, tall, ink, random) {
  const lean = random.normal(0, tall * 0.12);
  /** @type {import('../lib/raster.mjs').Point[]} */
  const trunk = [
    [x, foot],
    [x + lean * 0.3, foot - tall * 0.5],
    [x + lean, foot - tall],
  ];
  canvas.stroke(smooth(trunk), (t) => tall * 0.075 * (1.15 - t), ink, {
    alpha: 0.85,
    mode: 'multiply',
  });
  const floors = random.integer(3, 5);
  for (let i = 0; i < floors; i++) {
    const t = 0.4 + (0.62 * i) / floors;
    const [cx, cy] = [x + lean * t, foot - tall * t];
    const reach = tall * (0.46 - 0.3 * t) * random.range(0.7, 1.25);
    for (let k = 0; k < 5; k++) {
      const [dx, dy] = [random.normal(0, reach * 0.55), random.normal(0, tall * 0.022)];
      canvas.fill(
        [
          ellipse(
            cx + dx,
            cy + dy + Math.abs(dx) * 0.16,
            reach * random.range(0.24, 0.5),
            tall * random.range(0.022, 0.05),
            12,
          ),
        ],
        ink,
        {
          alpha: random.range(0.4, 0.85),
          mode: 'multiply',
        },
      );
    }
  }
}

/** @param {Canvas} canvas @param {number} x @param {number} y @param {number} size @param {import('../lib/colour.mjs').Rgb} ink */
function drawBoat(canvas, x, y, size, ink) {
  const hull = smooth([
    [x - size, y - size * 0.1],
    [x - size * 0.4, y + size * 0.1],
    [x + size * 0.4, y + size * 0.1],
    [x + size, y - size * 0.16],
  ]);
  canvas.stroke(hull, (t) => size * 0.16 * Math.sin(Math.PI * (0.08 + 0.84 * t)), ink, {
    alpha: 0.9,
  });
  canvas.stroke(
    [
      [x + size * 0.1, y],
      [x + size * 0.14, y - size * 0.42],
    ],
    size * 0.1,
    ink,
    { alpha: 0.85 },
  );
  canvas.fill([ellipse(x + size * 0.14, y - size * 0.5, size * 0.13, size * 0.06, 14)], ink, {
    alpha: 0.9,
  });
  canvas.stroke(
    [
      [x + size * 0.2, y - size * 0.3],
      [x + size * 1.05, y - size * 0.75],
    ],
    size * 0.03,
    ink,
    { alpha: 0.8 },
  );
  canvas.fill([ellipse(x, y + size * 0.34, size * 0.9, size * 0.05, 20)], ink, { alpha: 0.13 });
}

/** @param {Canvas} canvas @param {[number, number]} place @param {import('../lib/colour.mjs').Rgb} ink @param {import('../lib/random.mjs').Random} random */
function drawBirds(canvas, [sx, sy], ink, random) {
  for (let i = 0; i < 9; i++) {
    const x = sx * canvas.width + i * 21 + random.normal(0, 7);
    const y = sy * canvas.height - Math.abs(i - 3) * 9 + random.normal(0, 6);
    const span = random.range(6, 11);
    canvas.stroke(
      smooth([
        [x - span, y - span * 0.45],
        [x - span * 0.35, y - span * 0.32],
        [x, y],
        [x + span * 0.4, y - span * 0.38],
        [x + span, y - span * 0.3],
      ]),
      (t) => 0.8 + 1.5 * Math.sin(Math.PI * t),
      ink,
      { alpha: 0.8 },
    );
  }
}

/** A red seal with strokes cut out of it; it says nothing. @param {Canvas} canvas @param {number} x @param {number} y @param {import('../lib/random.mjs').Random} random */
function drawSeal(canvas, x, y, random) {
  const size = 38;
  const noise = createNoise('seal');
  canvas.fill([rectangle(x, y, size, size)], hex('#a8321f'), {
    alpha: 0.9,
    mask: (px, py) => smoothstep(-0.75, -0.35, noise.fbm(px / 7, py / 7, 3)),
  });
  for (let i = 0; i < 4; i++) {
    const row = y + 7 + i * 8;
    const inset = random.range(5, 12);
    canvas.fill(
      [rectangle(x + inset, row - 1.3, size - inset - random.range(5, 12), 2.6)],
      hex('#e4d7bd'),
      { alpha: 0.9 },
    );
  }
  const column = x + random.range(13, 24);
  canvas.fill([rectangle(column, y + 6, 2.6, size - 12)], hex('#e4d7bd'), { alpha: 0.9 });
}

/** @param {Canvas} canvas @param {string} seed */
function age(canvas, seed) {
  const tooth = paperTooth(seed, 7);
  const stain = createNoise(`${seed} stain`);
  const { width, height } = canvas;
  canvas.each((x, y, [r, g, b]) => {
    const rim = Math.min(x, y, width - x, height - y) / Math.min(width, height);
    const shade =
      1 + 0.022 * tooth(x, y) + 0.04 * stain.fbm(x / 400, y / 400, 3) - 0.09 * Math.exp(-rim * 14);
    return [r * shade, g * shade, b * (shade - 0.012)];
  });
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
