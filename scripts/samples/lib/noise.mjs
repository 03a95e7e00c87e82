import { createRandom } from './random.mjs';

/**
 * @typedef {object} Noise
 * @property {(x: number, y: number) => number} at gradient noise, about -1 to 1
 * @property {(x: number, y: number, octaves?: number, gain?: number) => number} fbm
 *   fractal sum, about -1 to 1
 * @property {(x: number, y: number, octaves?: number) => number} ridged sharp crests, 0 to 1
 * @property {(x: number, y: number) => [number, number]} curl divergence-free direction
 */

/**
 * Perlin's improved gradient noise (2002), over sixteen directions.
 *
 * @param {string} seed
 * @returns {Noise}
 */
export function createNoise(seed) {
  const table = permutation(seed);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => gradientNoise(table, x, y);
  return {
    at,
    fbm: (x, y, octaves = 5, gain = 0.5) => fractal(at, x, y, octaves, gain),
    ridged: (x, y, octaves = 5) => ridgedFractal(at, x, y, octaves),
    curl: (x, y) => curl(at, x, y),
  };
}

/** @param {string} seed */
function permutation(seed) {
  const order = createRandom(seed).shuffle(Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from([...order, ...order]);
}

const GX = Float64Array.from({ length: 16 }, (_, i) => Math.cos((i * Math.PI) / 8));
const GY = Float64Array.from({ length: 16 }, (_, i) => Math.sin((i * Math.PI) / 8));

/** @param {Uint8Array} table @param {number} x @param {number} y */
function gradientNoise(table, x, y) {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const i = ix & 255;
  const j = iy & 255;
  const a = table[i] + j;
  const b = table[i + 1] + j;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const top = mix(dot(table[a], fx, fy), dot(table[b], fx - 1, fy), u);
  const bottom = mix(dot(table[a + 1], fx, fy - 1), dot(table[b + 1], fx - 1, fy - 1), u);
  return mix(top, bottom, v) * 1.5;
}

/** @param {number} hash @param {number} x @param {number} y */
function dot(hash, x, y) {
  return GX[hash & 15] * x + GY[hash & 15] * y;
}

/** @param {number} a @param {number} b @param {number} t */
function mix(a, b, t) {
  return a + (b - a) * t;
}

/**
 * @param {(x: number, y: number) => number} at
 * @param {number} x @param {number} y @param {number} octaves @param {number} gain
 */
function fractal(at, x, y, octaves, gain) {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * at(x, y);
    total += weight;
    weight *= gain;
    x = x * 2.03 + 17.3;
    y = y * 2.03 + 9.1;
  }
  return sum / total;
}

/** @param {(x: number, y: number) => number} at @param {number} x @param {number} y @param {number} octaves */
function ridgedFractal(at, x, y, octaves) {
  let sum = 0;
  let weight = 0.5;
  let last = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const crest = 1 - Math.min(1, Math.abs(at(x, y)));
    last = crest * crest * last;
    sum += weight * last;
    weight *= 0.5;
    x = x * 2.07 + 31.7;
    y = y * 2.07 + 3.3;
  }
  return sum;
}

/**
 * Curl noise (Bridson, Hourihan, Nordenstam, SIGGRAPH 2007) in the plane.
 *
 * @param {(x: number, y: number) => number} at @param {number} x @param {number} y
 * @returns {[number, number]} unit vector
 */
function curl(at, x, y) {
  const step = 0.01;
  const dx = at(x, y + step) - at(x, y - step);
  const dy = at(x - step, y) - at(x + step, y);
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}
