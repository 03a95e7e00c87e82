import { Canvas } from '../../lib/canvas.mjs';
import { clamp, hex, smoothstep } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { layOnPaper } from '../../lib/paper.mjs';
import { Plane } from '../../lib/plane.mjs';
import { createRandom } from '../../lib/random.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */
/** @typedef {{ ink: string, angle: number, pitch?: number, tone: (plate: Plane) => void }} Drum one colour: its plate holds 0 (none) to 1 (solid) */
/** @typedef {{ seed: string, width: number, height: number, paper: string, drums: Drum[] }} Sheet */

export const MARGIN = 36;

/** Runs the sheet through the machine once for every colour, never quite in register. @param {Sheet} sheet */
export function print({ seed, width, height, paper, drums }) {
  const random = createRandom(seed);
  const canvas = new Canvas(width, height, hex(paper));
  for (const [i, { ink, angle, pitch = 7, tone }] of drums.entries()) {
    const plate = new Plane(width, height);
    tone(plate);
    const shift = /** @type {Point} */ ([random.normal(0, 3.2), random.normal(0, 3.2)]);
    canvas.stencil(screened(plate, angle, pitch, shift, `${seed} ${i}`), hex(ink), {
      mode: 'multiply',
      alpha: 0.94,
    });
  }
  layOnPaper(canvas, seed, 0.022, 6);
  return canvas;
}

/** Halftone dots at an angle; solids stay solid; the drum leaves its wear. @param {Plane} plate @param {number} angle degrees @param {number} pitch @param {Point} shift @param {string} seed */
function screened(plate, angle, pitch, [dx, dy], seed) {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) / pitch, Math.sin(turn) / pitch];
  const wear = createNoise(`drum ${seed}`);
  const { width, height } = plate;
  return new Plane(width, height).set((x, y) => {
    const [px, py] = [x - dx, y - dy];
    if (px < MARGIN || py < MARGIN || px > width - MARGIN || py > height - MARGIN) return 0;
    const tone = plate.at(px, py);
    if (tone < 0.02) return 0;
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const threshold = 0.5 + 0.25 * (Math.cos(2 * Math.PI * u) + Math.cos(2 * Math.PI * v));
    const dot = tone > 0.985 ? 1 : smoothstep(-0.13, 0.13, tone - threshold);
    const patch = 0.9 + 0.1 * wear.fbm(x / 140, y / 140, 3);
    return dot * patch * (1 - 0.45 * smoothstep(0.42, 0.62, wear.at(x / 2.3, y / 2.3)));
  });
}

/** A tone that goes from one value to another along y. @param {number} top @param {number} bottom @param {number} from @param {number} to */
export const fade =
  (top, bottom, from, to) => (/** @type {number} */ _x, /** @type {number} */ y) =>
    from + (to - from) * clamp((y - top) / (bottom - top));

/** A ball's tone, lit from the upper left. @param {number} cx @param {number} cy @param {number} r @param {number} dark */
export const ball = (cx, cy, r, dark) => (/** @type {number} */ x, /** @type {number} */ y) =>
  clamp(dark * smoothstep(-0.5, 1.15, ((x - cx) * 0.6 + (y - cy) * 0.8) / r));

/** Everything below a wavy line. @param {number} width @param {number} height @param {string} seed @param {number} base @param {number} relief @param {number} scale @returns {Point[]} */
export function below(width, height, seed, base, relief, scale) {
  const noise = createNoise(seed);
  const edge = Array.from({ length: 120 }, (_, i) => {
    const x = (i / 119) * width;
    return /** @type {Point} */ ([x, base - relief * noise.fbm(x / scale, 3, 2, 0.3)]);
  });
  return [...edge, [width, height], [0, height]];
}
