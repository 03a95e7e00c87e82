import { clamp, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, ribbon } from '../lib/shapes.mjs';
import { MARGIN, pull } from './woodcut/block.mjs';

/** @typedef {import('../lib/plane.mjs').Plane} Plane */
/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('./woodcut/block.mjs').Print} Print */

/** @param {string} seed @param {number} base @param {number} relief @param {number} scale */
function ridge(seed, base, relief, scale) {
  const noise = createNoise(seed);
  return (/** @type {number} */ x) => base - relief * noise.fbm(x / scale, 4.2, 3, 0.3);
}

/** @param {(x: number) => number} edge the ground below a ridge follows it, leaning @param {number} lean */
function slope(edge, lean) {
  return (/** @type {number} */ x, /** @type {number} */ y) => {
    const rise = (edge(x + 8) - edge(x - 8)) / 16;
    const angle = Math.atan(rise) + lean * Math.min(1, (y - edge(x)) / 260);
    return /** @type {[number, number]} */ ([Math.cos(angle), Math.sin(angle)]);
  };
}

/** Rays and rings around a light. @param {number} cx @param {number} cy @param {boolean} rings */
const around = (cx, cy, rings) => (/** @type {number} */ x, /** @type {number} */ y) => {
  const far = Math.hypot(x - cx, y - cy) || 1;
  const [a, b] = [(x - cx) / far, (y - cy) / far];
  return /** @type {[number, number]} */ (rings ? [-b, a] : [a, b]);
};

/** A fir left standing, with a line cut round it. @param {Plane} plane @param {number} x @param {number} foot @param {number} tall @param {import('../lib/random.mjs').Random} random */
function fir(plane, x, foot, tall, random) {
  const parts = [
    ribbon(
      [
        [x, foot],
        [x, foot - tall],
      ],
      (t) => tall * 0.05 * (1.2 - t),
    ),
  ];
  const floors = Math.round(tall / 13);
  for (let i = 0; i < floors; i++) {
    const t = i / floors;
    const y = foot - tall * (0.14 + 0.86 * t);
    const reach = tall * 0.27 * (1 - t) * random.range(0.75, 1.15) + 2;
    for (const side of [-1, 1]) {
      parts.push([
        [x, y - tall * 0.05],
        [x + side * reach, y + tall * random.range(0.03, 0.08)],
        [x + side * reach * 0.4, y + tall * 0.02],
        [x, y + tall * 0.03],
      ]);
    }
  }
  for (const [dx, dy] of [
    [-4, -1],
    [4, -1],
    [-2, -4],
    [2, -4],
  ]) {
    for (const part of parts)
      plane.fill([part.map(([px, py]) => /** @type {Point} */ ([px + dx, py + dy]))], 0);
  }
  for (const part of parts) plane.fill([part], 1);
}

/** @param {string} seed @param {number} width @param {number} height @param {{ paper: string, sky: string, land: string, moon: [number, number, number], rings: boolean, black?: string }} look @returns {Print} */
function hills(seed, width, height, { paper, sky, land, moon: [mx, my, mr], rings, black }) {
  const [cx, cy] = [mx * width, my * height];
  const far = ridge(`${seed} far`, height * 0.5, height * 0.22, 420);
  const near = ridge(`${seed} near`, height * 0.68, height * 0.17, 560);
  const front = ridge(`${seed} front`, height * 0.87, height * 0.1, 640);
  const moon = (/** @type {number} */ x, /** @type {number} */ y) => Math.hypot(x - cx, y - cy);
  const random = createRandom(`${seed} trees`);
  return {
    seed,
    width,
    height,
    paper,
    ...(black && { black }),
    blocks: [
      { colour: sky, shape: (x, y) => (y < far(x) ? clamp(moon(x, y) - mr) : 0) },
      { colour: land, shape: (x, y) => clamp(y - near(x)) },
    ],
    regions: [
      {
        inside: (x, y) => moon(x, y) < mr - 3,
        grain: () => [1, 0],
        light: () => 1.5,
        spacing: 5,
        length: 400,
      },
      {
        inside: (x, y) => y < far(x) - 4 && moon(x, y) > mr + 5,
        grain: around(cx, cy, rings),
        light: (x, y) => 0.18 + 0.72 * Math.exp(-(moon(x, y) - mr) / (height * 0.34)),
        spacing: 9.5,
        length: 190,
      },
      {
        inside: (x, y) => y > far(x) + 5 && y < near(x) - 4,
        grain: slope(far, 0.5),
        light: (x, y) => 0.9 * smoothstep(0, 150, y - far(x)) * (x < cx ? 0.95 : 0.7),
        spacing: 8.5,
        length: 120,
      },
      {
        inside: (x, y) => y > near(x) + 6 && y < front(x) - 4,
        grain: slope(near, -0.7),
        light: (x, y) => 0.2 + 0.7 * smoothstep(10, 190, y - near(x)),
        spacing: 10.5,
        length: 150,
      },
      {
        inside: (x, y) => y > front(x) + 7,
        grain: slope(front, 0.4),
        light: (x, y) => 0.1 + 0.4 * smoothstep(0, 200, y - front(x)),
        spacing: 13,
        length: 90,
      },
    ],
    standing: (plane) => {
      for (let i = 0; i < 16; i++) {
        const x = MARGIN + 20 + random.next() ** 1.7 * (width - 2 * MARGIN - 40);
        fir(plane, x, near(x) + 8, random.range(60, 130) * (height / 1100), random);
      }
      for (let i = 0; i < 5; i++) {
        const x = random.range(0.58, 0.93) * width;
        fir(plane, x, front(x) + 10, random.range(170, 330) * (height / 1100), random);
      }
    },
  };
}

/** @param {string} seed @param {number} width @param {number} height @param {{ paper: string, sea: string, sun: string }} look @returns {Print} */
function swell(seed, width, height, { paper, sea, sun }) {
  const noise = createNoise(seed);
  const level = height * 0.4;
  const [cx, cy, r] = [width * 0.66, height * 0.3, height * 0.15];
  const disc = (/** @type {number} */ x, /** @type {number} */ y) => Math.hypot(x - cx, y - cy) - r;
  const phase = (/** @type {number} */ x, /** @type {number} */ y) => {
    const depth = (y - level) / (height - level);
    return (
      9.5 * Math.sqrt(Math.max(0, depth)) +
      0.75 * noise.fbm(x / (120 + 320 * depth), depth * 2.2, 3)
    );
  };
  const along = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [dx, dy] = [phase(x + 3, y) - phase(x - 3, y), phase(x, y + 3) - phase(x, y - 3)];
    const size = Math.hypot(dx, dy) || 1;
    return /** @type {[number, number]} */ ([dy / size, -dx / size]);
  };
  return {
    seed,
    width,
    height,
    paper,
    blocks: [
      { colour: sea, shape: (_, y) => clamp(y - level) },
      { colour: sun, shape: (x, y) => clamp(-disc(x, y)) * clamp(level - y) },
    ],
    regions: [
      {
        inside: (x, y) => disc(x, y) < -3 && y < level - 3,
        grain: () => [1, 0],
        light: () => 1.5,
        spacing: 5,
        length: 500,
      },
      {
        inside: (x, y) => disc(x, y) > 5 && y < level - 4,
        grain: () => [1, 0],
        light: (x, y) => 0.3 + 0.5 * (y / level) ** 2 + 0.3 * noise.at(x / 200, y / 40),
        spacing: 9,
        length: 260,
      },
      {
        inside: (_, y) => y > level + 3,
        grain: along,
        light: (x, y) => {
          const p = phase(x, y) % 1;
          return (
            0.06 +
            0.95 * smoothstep(0.3, 0.95, p) * (0.75 + 0.5 * Math.exp(-Math.abs(x - cx) / 130))
          );
        },
        spacing: 8,
        length: 150,
      },
    ],
  };
}

/** A bare tree against a cut sky. @param {string} seed @param {number} width @param {number} height @param {{ paper: string, sky: string }} look @returns {Print} */
function tree(seed, width, height, { paper, sky }) {
  const random = createRandom(seed);
  const ground = ridge(seed, height * 0.84, height * 0.05, 300);
  const [cx, cy] = [width * 0.5, height * 0.42];
  const swirl = createNoise(`${seed} air`);
  return {
    seed,
    width,
    height,
    paper,
    blocks: [
      {
        colour: sky,
        shape: (x, y) =>
          y < ground(x)
            ? 0.25 + 0.75 * smoothstep(-0.1, 0.1, Math.hypot(x - cx, y - cy) / height - 0.3)
            : 1,
      },
    ],
    regions: [
      {
        inside: (x, y) => y < ground(x) - 5,
        grain: (x, y) => {
          const [a, b] = around(cx, cy, true)(x, y);
          const turn = 0.6 * swirl.at(x / 210, y / 210);
          return [a * Math.cos(turn) - b * Math.sin(turn), a * Math.sin(turn) + b * Math.cos(turn)];
        },
        light: (x, y) => 0.86 - 0.5 * smoothstep(0.12, 0.62, Math.hypot(x - cx, y - cy) / height),
        spacing: 9.5,
        length: 130,
      },
      {
        inside: (x, y) => y > ground(x) + 7,
        grain: slope(ground, 0.5),
        light: (x, y) => 0.16 + 0.5 * smoothstep(0, 130, y - ground(x)),
        spacing: 11,
        length: 120,
      },
    ],
    standing: (plane) =>
      branch(
        plane,
        [cx - 20, ground(cx) + 12],
        -Math.PI / 2,
        height * 0.2,
        width * 0.058,
        8,
        random,
      ),
  };
}

/** @param {Plane} plane @param {Point} from @param {number} angle @param {number} length @param {number} width @param {number} left @param {import('../lib/random.mjs').Random} random */
function branch(plane, from, angle, length, width, left, random) {
  const turn = random.normal(0, 0.16);
  /** @type {Point[]} */
  const line = [from];
  for (let i = 1; i <= 6; i++) {
    const [x, y] = line[i - 1];
    const a = angle + (turn * i) / 3 + random.normal(0, 0.07);
    line.push([x + (Math.cos(a) * length) / 6, y + (Math.sin(a) * length) / 6]);
  }
  plane.fill([ribbon(line, (t) => width * (1 - 0.32 * t))], 1);
  plane.fill([ellipse(line[6][0], line[6][1], width * 0.34)], 1);
  if (left === 0 || width < 1.4) return;
  const count = random.chance(0.25) ? 3 : 2;
  for (let k = 0; k < count; k++) {
    const spread = (k - (count - 1) / 2) * random.range(0.65, 1) + random.normal(0, 0.12);
    branch(
      plane,
      line[6],
      angle + turn + spread,
      length * random.range(0.68, 0.88),
      width * random.range(0.55, 0.72),
      left - 1,
      random,
    );
  }
}

/** @type {import('../lib/work.mjs').Series} */
export const nightBlocks = {
  name: 'Night Blocks',
  style: 'woodcut',
  statement: 'A black block over one or two colours; every light is a cut.',
  works: [
    {
      title: 'Moonrise, Firs',
      date: '2017-08-20',
      keywords: ['woodcut', 'moon', 'firs'],
      quality: 68,
      draw: () =>
        pull(
          hills('moonrise', 1050, 1350, {
            paper: '#d9cfb8',
            sky: '#7f93a0',
            land: '#8f8468',
            moon: [0.4, 0.24, 105],
            rings: true,
          }),
        ),
    },
    {
      title: 'Swell',
      date: '2017-12-03',
      keywords: ['woodcut', 'sea'],
      quality: 68,
      draw: () =>
        pull(swell('swell', 1500, 1000, { paper: '#d6ccb6', sea: '#6d8790', sun: '#c0794a' })),
    },
    {
      title: 'The Old Pear Tree',
      date: '2018-04-06',
      keywords: ['woodcut', 'tree'],
      quality: 68,
      draw: () => pull(tree('pear', 1080, 1320, { paper: '#d8cdb2', sky: '#b39a62' })),
    },
    {
      title: 'Valley, Late Hay',
      date: '2018-07-15',
      keywords: ['woodcut', 'hills', 'firs'],
      quality: 68,
      draw: () =>
        pull(
          hills('valley', 1600, 900, {
            paper: '#dccfb0',
            sky: '#c9a45e',
            land: '#77805a',
            moon: [0.72, 0.3, 92],
            rings: false,
          }),
        ),
    },
    {
      title: 'Winter Road Moon',
      date: '2018-12-09',
      keywords: ['woodcut', 'moon', 'winter'],
      quality: 68,
      draw: () =>
        pull(
          hills('winter', 1150, 1150, {
            paper: '#d5d2c8',
            sky: '#5c7489',
            land: '#a9b0ae',
            moon: [0.3, 0.27, 78],
            rings: true,
            black: '#10151c',
          }),
        ),
    },
    {
      title: 'Swell, Morning',
      date: '2019-06-16',
      keywords: ['woodcut', 'sea', 'morning'],
      quality: 68,
      draw: () =>
        pull(
          swell('swell morning', 1080, 1320, { paper: '#f2e6cc', sea: '#3fa3a0', sun: '#f0562f' }),
        ),
    },
  ],
};
