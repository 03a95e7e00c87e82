import { Canvas } from '../lib/canvas.mjs';
import { clamp, hex, ramp, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { paperTooth } from '../lib/paper.mjs';
import { Plane } from '../lib/plane.mjs';
import { createRandom } from '../lib/random.mjs';
import { ribbon } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */

/** A fern laid on sensitised paper in the sun: where it lay, the sheet stays white. */
function print() {
  const [width, height] = [1050, 1400];
  const random = createRandom('fern');
  const plant = new Plane(width, height);
  frond(plant, [500, 1330], -1.7, 1150, 0.2, random);
  frond(plant, [560, 1335], -1.05, 660, -0.25, random);
  frond(plant, [450, 1335], -2.2, 560, 0.3, random);
  const soft = plant.blurred(3);
  const noise = createNoise('cyanotype');
  const tooth = paperTooth('cyanotype', 6);
  const tone = ramp([
    hex('#eef0e6'),
    hex('#9fbfd2'),
    hex('#2f6a9c'),
    hex('#123f74'),
    hex('#0b2c58'),
  ]);
  const canvas = new Canvas(width, height, [1, 1, 1]);
  canvas.each((x, y) => {
    const rim =
      Math.min(x, y, width - x, height - y) +
      26 * noise.fbm(x / 60, y / 60, 4) +
      5 * noise.fbm(x / 140, y / 24, 2);
    const coated = smoothstep(34, 46, rim);
    const through =
      0.93 *
      (0.55 * plant.at(x, y) + 0.45 * soft.at(x, y)) *
      (0.9 + 0.16 * noise.fbm(x / 40, y / 40, 3));
    const exposed =
      coated * (0.86 + 0.2 * noise.fbm(x / 300, y / 300, 4) + 0.05 * tooth(x, y)) * (1 - through);
    return tone(clamp(exposed + 0.02 * tooth(x, y)));
  });
  return canvas;
}

/** @param {Plane} plane @param {Point} foot @param {number} angle @param {number} length @param {number} bend @param {import('../lib/random.mjs').Random} random */
function frond(plane, foot, angle, length, bend, random) {
  const stem = curve(foot, angle, length, bend);
  plane.fill([ribbon(stem, (t) => 7 * (1.1 - t))], 1);
  const pairs = 25;
  for (let i = 0; i < pairs; i++) {
    const t = 0.16 + (0.83 * i) / pairs;
    const at = stem[Math.round(t * (stem.length - 1))];
    const size =
      length * 0.25 * Math.sin(Math.PI * (0.2 + 0.78 * t)) ** 1.2 * random.range(0.92, 1.06);
    for (const side of [-1, 1])
      pinna(
        plane,
        at,
        angle + bend * t * 1.6 + side * (1.22 - 0.35 * t),
        size,
        -side * 0.3,
        random,
      );
  }
}

/** One feather of the frond with its leaflets. @param {Plane} plane @param {Point} foot @param {number} angle @param {number} length @param {number} bend @param {import('../lib/random.mjs').Random} random */
function pinna(plane, foot, angle, length, bend, random) {
  if (length < 4) return;
  const rib = curve(foot, angle, length, bend);
  plane.fill([ribbon(rib, (t) => Math.max(0.8, length * 0.022 * (1 - t)))], 0.95);
  const count = Math.max(3, Math.round(length / 13));
  for (let i = 0; i < count; i++) {
    const t = 0.06 + (0.9 * i) / count;
    const at = rib[Math.round(t * (rib.length - 1))];
    const size = Math.max(3, length * 0.085 * (1 - t) ** 0.7 + 2) * random.range(0.85, 1.1);
    for (const side of [-1, 1])
      plane.fill(
        [
          ribbon(
            curve(at, angle + bend * t + side * 1.05, size, -side * 0.3),
            (s) => size * 0.5 * Math.sin(Math.PI * (0.16 + 0.82 * s)),
          ),
        ],
        random.range(0.82, 1),
      );
  }
}

/** @param {Point} foot @param {number} angle @param {number} length @param {number} bend @returns {Point[]} */
function curve([x, y], angle, length, bend) {
  const steps = Math.max(6, Math.round(length / 8));
  /** @type {Point[]} */
  const line = [[x, y]];
  for (let i = 0; i < steps; i++) {
    const a = angle + (bend * 1.6 * i) / steps;
    x += (Math.cos(a) * length) / steps;
    y += (Math.sin(a) * length) / steps;
    line.push([x, y]);
  }
  return line;
}

/** @type {import('../lib/work.mjs').Series} */
export const apart = {
  name: 'Apart',
  style: 'cyanotype',
  statement: 'One sheet that belongs to nothing else here.',
  works: [
    {
      title: 'Fern, Eleven Minutes of Sun',
      date: '2023-05-20',
      keywords: ['cyanotype', 'photogram', 'plant'],
      quality: 78,
      relation: { kind: 'outlier', how: 'the only photogram, and blue in the warm years' },
      draw: print,
    },
  ],
};
