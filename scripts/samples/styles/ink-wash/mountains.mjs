import { clamp, smoothstep } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { ellipse, smooth } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/canvas.mjs').Canvas} Canvas */
/**
 * @typedef {object} Range one chain of mountains, all in shares of the picture's height
 * @property {number} base where it would stand without peaks
 * @property {[number, number, number][]} peaks place (share of the width), height, half width
 * @property {number} ink 0 to 1
 * @property {number} mist depth after which it is lost in mist
 * @property {number} [pines]
 */

/**
 * @param {Canvas} canvas @param {Range} range @param {string} seed @param {import('../../lib/colour.mjs').Rgb} ink
 * @param {import('../../lib/colour.mjs').Rgb} paper @param {import('../../lib/random.mjs').Random} random
 */
export function drawRange(canvas, range, seed, ink, paper, random) {
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

/** @param {import('../../lib/random.mjs').Random} random @param {Range} range */
function clusterPlace(random, range) {
  const [centre, , half] = random.pick(range.peaks);
  return clamp(centre + random.normal(0, half * 0.8), 0.01, 0.99);
}

/**
 * The height of the crest, and how much of the chain stands there at all: between its peaks it is
 * lost in mist.
 *
 * @param {Range} range @param {import('../../lib/noise.mjs').Noise} noise @param {number} x
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
 * @param {Range} range @param {import('../../lib/noise.mjs').Noise} noise @param {number} height
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
 * @param {import('../../lib/colour.mjs').Rgb} ink @param {import('../../lib/random.mjs').Random} random
 */
function drawPine(canvas, x, foot, tall, ink, random) {
  const lean = random.normal(0, tall * 0.12);
  /** @type {import('../../lib/raster.mjs').Point[]} */
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
