import { Canvas } from '../../lib/canvas.mjs';
import { clamp, hex, smoothstep } from '../../lib/colour.mjs';
import { Occupancy, trace } from '../../lib/flow.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { paperTooth } from '../../lib/paper.mjs';
import { Plane } from '../../lib/plane.mjs';
import { createRandom } from '../../lib/random.mjs';
import { ribbon } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */
/**
 * @typedef {object} Region a part of the block that is cut in one manner
 * @property {(x: number, y: number) => boolean} inside
 * @property {(x: number, y: number) => readonly [number, number]} grain direction of the cuts
 * @property {(x: number, y: number) => number} light 0 leaves the wood, 1 clears nearly all of it
 * @property {number} spacing pixels between cuts
 * @property {number} length pixels
 */
/** @typedef {{ colour: string, shape: (x: number, y: number) => number }} Block one colour under the black */
/**
 * @typedef {object} Print
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} paper @property {string} [black]
 * @property {Region[]} regions @property {Block[]} blocks
 * @property {(plane: Plane) => void} [standing] wood that is left standing over everything, set to 1
 */

export const MARGIN = 46;

/** @param {Print} print */
export function pull(print) {
  const { seed, width, height } = print;
  const canvas = new Canvas(width, height, hex(print.paper));
  const random = createRandom(seed);
  print.blocks.forEach(({ colour, shape }, i) => {
    const [dx, dy] = [random.normal(0, 2.5), random.normal(0, 2.5)];
    const block = new Plane(width, height).set(
      (x, y) => shape(x - dx, y - dy) * inMargin(x, y, width, height),
    );
    canvas.stencil(inked(block, `${seed} ${i}`, 0.16), hex(colour), { mode: 'multiply' });
  });
  const key = cutKey(print, random);
  canvas.stencil(inked(key, seed, 0.1), hex(print.black ?? '#15130f'), {
    alpha: 0.95,
    mode: 'multiply',
  });
  const tooth = paperTooth(seed, 8);
  canvas.each((x, y, [r, g, b]) => {
    const lift = 1 + 0.018 * tooth(x, y);
    return [r * lift, g * lift, b * lift];
  });
  return canvas;
}

/** The black block: all wood but for the cuts. @param {Print} print @param {import('../../lib/random.mjs').Random} random */
function cutKey({ seed, width, height, regions, standing }, random) {
  const wobble = createNoise(`${seed} edge`);
  const key = new Plane(width, height).set((x, y) =>
    inMargin(x + 2 * wobble.at(y / 40, 1), y + 2 * wobble.at(x / 40, 5), width, height),
  );
  for (const region of regions) cutRegion(key, region, random);
  standing?.(key);
  return key;
}

/** @param {Plane} key @param {Region} region @param {import('../../lib/random.mjs').Random} random */
function cutRegion(key, { inside, grain, light, spacing, length }, random) {
  const seats = new Occupancy(key.width, key.height, 1.5);
  const area = key.width * key.height;
  for (let owner = 1; owner < (area / (spacing * spacing)) * 1.5; owner++) {
    const start = /** @type {Point} */ ([random.next() * key.width, random.next() * key.height]);
    const stop = (/** @type {number} */ x, /** @type {number} */ y) =>
      !inside(x, y) || seats.taken(x, y, spacing * 0.86, owner);
    if (stop(...start)) continue;
    const reach = length * random.range(0.4, 1.2);
    const back = trace(
      (x, y) => {
        const [a, b] = grain(x, y);
        return [-a, -b];
      },
      start,
      reach / 2,
      3,
      stop,
    );
    const line = [...back.reverse(), ...trace(grain, start, reach / 2, 3, stop).slice(1)];
    if (line.length < 4) continue;
    for (const [x, y] of line) seats.take(x, y, 1.6, owner);
    const [mx, my] = line[Math.floor(line.length / 2)];
    const wide = spacing * 1.02 * clamp(light(mx, my) + random.normal(0, 0.05));
    if (wide > 0.7) key.fill([gouge(line, wide, random)], 0);
  }
}

/** A cut: it enters fine, widens, and breaks off. @param {Point[]} line @param {number} wide @param {import('../../lib/random.mjs').Random} random */
function gouge(line, wide, random) {
  const peak = random.range(0.35, 0.7);
  return ribbon(
    line,
    (t) =>
      wide *
      (t < peak
        ? Math.sin((Math.PI / 2) * (t / peak)) ** 0.7
        : Math.cos((Math.PI / 2) * ((t - peak) / (1 - peak)) * 0.96) ** 0.5),
  );
}

/** Ink takes unevenly: specks and a little starvation. @param {Plane} plane @param {string} seed @param {number} wear */
function inked(plane, seed, wear) {
  const noise = createNoise(`ink ${seed}`);
  return plane.clone().set((x, y) => {
    const cover = plane.data[y * plane.width + x];
    if (cover === 0) return 0;
    const speck = smoothstep(0.34, 0.6, noise.fbm(x / 5, y / 5, 2)) * 0.8;
    return cover * (1 - wear * (0.5 + 0.5 * noise.fbm(x / 120, y / 120, 3)) - wear * 3 * speck);
  });
}

/** @param {number} x @param {number} y @param {number} width @param {number} height */
function inMargin(x, y, width, height) {
  return clamp(Math.min(x, width - x, y, height - y) - MARGIN + 0.5);
}
