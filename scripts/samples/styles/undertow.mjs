import { Canvas } from '../lib/canvas.mjs';
import { blend, clamp, palette, ramp, smoothstep } from '../lib/colour.mjs';
import { Occupancy, trace } from '../lib/flow.mjs';
import { createNoise } from '../lib/noise.mjs';
import { layOnPaper } from '../lib/paper.mjs';
import { createRandom } from '../lib/random.mjs';

/**
 * @typedef {object} Current
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} ground @property {string} inks from the depth to the light
 * @property {string} [accent] a rare colour
 * @property {number} scale how many forms of the field cross the short side
 * @property {number} drift share of a steady flow to the right, 0 to 1
 * @property {number} [tilt] radians of the steady flow
 * @property {[number, number, number][]} stones centre and radius, in shares of width, height, short side
 * @property {[number, number]} gap smallest and largest distance of lines, pixels
 */

/**
 * Evenly spaced streamlines (after Jobard and Lefer, 1997) of a curl-noise potential that goes
 * round the stones (Bridson and others, 2007, section 2.4).
 *
 * @param {Current} current
 */
function draw(current) {
  const { seed, width, height, ground, inks } = current;
  const random = createRandom(seed);
  const [paper] = palette(ground);
  const canvas = new Canvas(width, height, paper);
  const field = fieldOf(current);
  const light = lightOf(current);
  const colourAt = ramp(palette(inks));
  const accent = current.accent ? palette(current.accent)[0] : undefined;
  for (const line of spacedLines(current, field, light, random)) {
    const [x, y] = line[Math.floor(line.length / 2)];
    const tone = clamp(light(x, y) + random.normal(0, 0.09));
    const rare = accent && random.chance(0.035);
    const colour = rare ? accent : blend(colourAt(tone), paper, random.range(0, 0.18));
    const weight = current.gap[0] * (0.52 + 0.8 * tone) * (rare ? 1.25 : 1);
    canvas.stroke(line, (t) => weight * Math.sin(Math.PI * (0.04 + 0.93 * t)) ** 0.6, colour, {
      alpha: 0.94,
    });
  }
  layOnPaper(canvas, seed, 0.03, 14);
  return canvas;
}

/** @param {Current} current @returns {(x: number, y: number) => [number, number]} */
function fieldOf({ seed, width, height, scale, drift, tilt = 0, stones }) {
  const noise = createNoise(seed);
  const short = Math.min(width, height);
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const potential = (/** @type {number} */ x, /** @type {number} */ y) => {
    const steady = ((y - height / 2) * cos - (x - width / 2) * sin) / short;
    let value =
      drift * 2.2 * steady +
      (1 - drift) * noise.fbm((x / short) * scale, (y / short) * scale, 3, 0.4);
    for (const [sx, sy, sr] of stones) {
      const far = Math.hypot(x - sx * width, y - sy * height) / (sr * short) - 1;
      const level = drift * 2.2 * (((sy - 0.5) * height * cos - (sx - 0.5) * width * sin) / short);
      value = level + (value - level) * smoothstep(0, 0.85, far);
    }
    return value;
  };
  return (x, y) => {
    const dx = potential(x, y + 0.5) - potential(x, y - 0.5);
    const dy = potential(x - 0.5, y) - potential(x + 0.5, y);
    const length = Math.hypot(dx, dy) || 1;
    return [dx / length, dy / length];
  };
}

/** How bright the water is at a place, 0 to 1. @param {Current} current @returns {(x: number, y: number) => number} */
function lightOf({ seed, width, height, stones }) {
  const noise = createNoise(`${seed} light`);
  const short = Math.min(width, height);
  return (x, y) => {
    let value = 0.52 + 0.72 * noise.fbm((x / short) * 1.3, (y / short) * 1.7, 3);
    for (const [sx, sy, sr] of stones) {
      const [dx, dy] = [(x - sx * width) / (sr * short), (y - sy * height) / (sr * short)];
      const far = Math.hypot(dx, dy);
      value += (0.42 * Math.exp(-Math.max(0, far - 1) * 2.2) * (-dx * 0.6 - dy)) / Math.max(1, far);
    }
    return clamp(value);
  };
}

/**
 * @param {Current} current @param {(x: number, y: number) => [number, number]} field
 * @param {(x: number, y: number) => number} light @param {import('../lib/random.mjs').Random} random
 */
function* spacedLines({ width, height, stones, gap }, field, light, random) {
  const short = Math.min(width, height);
  const seats = new Occupancy(width, height, 1.5);
  const inStone = (/** @type {number} */ x, /** @type {number} */ y) =>
    stones.some(([sx, sy, sr]) => Math.hypot(x - sx * width, y - sy * height) < sr * short * 1.01);
  const margin = 6;
  for (let owner = 1; owner < 16000; owner++) {
    const start = /** @type {[number, number]} */ ([random.next() * width, random.next() * height]);
    const room = (/** @type {number} */ x, /** @type {number} */ y) =>
      gap[1] + (gap[0] - gap[1]) * light(x, y);
    const stop = (/** @type {number} */ x, /** @type {number} */ y) =>
      x < -margin ||
      y < -margin ||
      x > width + margin ||
      y > height + margin ||
      inStone(x, y) ||
      seats.taken(x, y, room(x, y), owner);
    if (stop(...start)) continue;
    const length = random.range(60, 420);
    const ahead = trace(field, start, length, 4, stop);
    const behind = trace(
      (x, y) => /** @type {[number, number]} */ (field(x, y).map((v) => -v)),
      start,
      length,
      4,
      stop,
    );
    const line = [...behind.reverse(), ...ahead.slice(1)];
    if (line.length < 7) continue;
    for (const [x, y] of line) seats.take(x, y, 1.6, owner);
    yield line;
  }
}

/** @type {Omit<Current, 'ground' | 'inks' | 'accent'>} */
const eddy = {
  seed: 'eddy',
  width: 1080,
  height: 1320,
  scale: 1.5,
  drift: 0.22,
  tilt: 0.5,
  stones: [[0.62, 0.36, 0.2]],
  gap: [3.2, 7],
};

/** @type {import('../lib/work.mjs').Series} */
export const undertow = {
  name: 'Undertow',
  style: 'flow field',
  statement:
    'Streamlines in dark water; the lines keep their distance and go round what stands in their way.',
  works: [
    {
      title: 'Cold Front',
      date: '2016-11-19',
      keywords: ['flow field', 'lines', 'water'],
      quality: 70,
      draw: () =>
        draw({
          seed: 'cold front',
          width: 1320,
          height: 880,
          ground: '11151b',
          inks: '1f2d3d 2f4a63 53718a 8ea3ad c9cdc4',
          accent: '9a5b34',
          scale: 1.2,
          drift: 0.45,
          tilt: -0.2,
          stones: [],
          gap: [3.2, 7.5],
        }),
    },
    {
      title: 'Silt',
      date: '2017-02-04',
      keywords: ['flow field', 'lines', 'earth'],
      quality: 70,
      draw: () =>
        draw({
          seed: 'silt',
          width: 1040,
          height: 1300,
          ground: '1a1511',
          inks: '33261b 5a3f29 86633f b08e62 d8c6a2',
          accent: '5f7f8f',
          scale: 1.1,
          drift: 0.3,
          tilt: 1.2,
          stones: [],
          gap: [3, 7],
        }),
    },
    {
      title: 'Eddy',
      date: '2017-06-22',
      keywords: ['flow field', 'lines', 'stone'],
      quality: 70,
      draw: () =>
        draw({
          ...eddy,
          ground: '0f1518',
          inks: '1c333c 2f5560 5d8790 a2b7b2 ded9c6',
          accent: 'b5702f',
        }),
    },
    {
      title: 'Lee Shore',
      date: '2017-10-08',
      keywords: ['flow field', 'lines', 'panorama'],
      quality: 70,
      draw: () =>
        draw({
          seed: 'lee shore',
          width: 1600,
          height: 700,
          ground: '14130f',
          inks: '2a2a26 4a4a42 75705f aa9f83 e2d8bc',
          accent: '3f7391',
          scale: 1,
          drift: 0.6,
          stones: [
            [0.26, 0.52, 0.2],
            [0.63, 0.38, 0.13],
            [0.74, 0.68, 0.08],
          ],
          gap: [3.2, 7],
        }),
    },
    {
      title: 'Slack Water',
      date: '2018-03-17',
      keywords: ['flow field', 'lines', 'water'],
      quality: 70,
      draw: () =>
        draw({
          seed: 'slack water 3',
          width: 1150,
          height: 1150,
          ground: '10131c',
          inks: '1d2440 2f3d6b 5c6b94 9aa0b0 d9d3c8',
          accent: 'c08a3e',
          scale: 2.6,
          drift: 0.05,
          stones: [],
          gap: [3.2, 7.5],
        }),
    },
    {
      title: 'Eddy, ember',
      date: '2020-01-25',
      keywords: ['flow field', 'lines', 'stone', 'warm'],
      quality: 70,
      relation: {
        kind: 'variant',
        of: 'Undertow/03 Eddy.jpg',
        how: 'the same lines in another palette',
      },
      draw: () =>
        draw({
          ...eddy,
          ground: '2a0f14',
          inks: '5a1626 a3252b e2502c f79a3c ffe0a0',
          accent: '3fb8af',
        }),
    },
  ],
};
