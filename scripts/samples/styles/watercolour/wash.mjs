import { Canvas } from '../../lib/canvas.mjs';
import { clamp, hex, smoothstep, toGamma, toLinear } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { paperTooth } from '../../lib/paper.mjs';
import { Plane } from '../../lib/plane.mjs';
import { createRandom } from '../../lib/random.mjs';
import { coverage } from '../../lib/raster.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */
/** @typedef {import('../../lib/random.mjs').Random} Random */
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
/** @typedef {{ plane: Plane, left: number, top: number }} Patch the part of the sheet that a wash wets */
/** @typedef {{ at: Point, variance: number }} Corner variance belongs to the edge that starts here */

const LAYERS = 34;

/** @param {Sheet} sheet */
export function paint(sheet) {
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
