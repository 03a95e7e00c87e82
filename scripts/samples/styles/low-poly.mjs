import { Canvas } from '../lib/canvas.mjs';
import { adjust, blend, clamp, hex, palette, ramp, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/random.mjs';

/** @typedef {[number, number, number]} Vector x right, y up, z away */
/** @typedef {import('../lib/colour.mjs').Rgb} Rgb */
/** @typedef {{ corners: Vector[], colour: Rgb, far: number }} Face */
/**
 * @typedef {object} Scene
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} sky colours from the zenith to the horizon
 * @property {string} ground colours from the shore to the summit
 * @property {string} shade colour of the unlit side @property {string} light colour of the sun's light
 * @property {string} [water]
 * @property {string} [tree]
 * @property {number} trees
 * @property {[number, number, number]} sun direction towards it
 * @property {[number, number, number, string]} [disc] sun or moon: place in shares, radius in pixels, colour
 * @property {number} relief @property {number} [flat] share of the land that is under water, 0 to 1
 * @property {number} [eye] height of the eye @property {number} [horizon] share of the height
 */

const COLUMNS = 74;
const ROWS = 62;

/** @param {Scene} scene */
function render(scene) {
  const { width, height } = scene;
  const canvas = new Canvas(width, height, [0, 0, 0]);
  const random = createRandom(scene.seed);
  drawSky(canvas, scene, random);
  const land = terrain(scene, random);
  const faces = [...landFaces(scene, land, random), ...treeFaces(scene, land, random)];
  faces.sort((a, b) => b.far - a.far);
  const eye = scene.eye ?? 7;
  const project = (/** @type {Vector} */ [x, y, z]) =>
    /** @type {[number, number]} */ ([
      width / 2 + (x / z) * Math.max(width, height) * 0.8,
      (scene.horizon ?? 0.42) * height - ((y - eye) / z) * Math.max(width, height) * 0.8,
    ]);
  for (const { corners, colour } of faces) canvas.fill([grown(corners.map(project))], colour);
  return canvas;
}

/** Pushes the corners out by half a pixel, so that no seam shows between neighbours. @param {[number, number][]} points */
function grown(points) {
  const cx = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const cy = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  return points.map(([x, y]) => {
    const far = Math.hypot(x - cx, y - cy) || 1;
    return /** @type {[number, number]} */ ([
      x + ((x - cx) / far) * 0.75,
      y + ((y - cy) / far) * 0.75,
    ]);
  });
}

/** @param {Canvas} canvas @param {Scene} scene @param {import('../lib/random.mjs').Random} random */
function drawSky(canvas, { width, height, sky, disc, horizon = 0.42 }, random) {
  const colours = ramp(palette(sky));
  const size = Math.max(width, height) / 17;
  const columns = Math.ceil(width / size) + 3;
  const rows = Math.ceil((height * (horizon + 0.15)) / size) + 3;
  const points = Array.from(
    { length: rows * columns },
    (_, i) =>
      /** @type {[number, number]} */ ([
        ((i % columns) - 1 + random.range(-0.36, 0.36)) * size,
        (Math.floor(i / columns) - 1 + random.range(-0.36, 0.36)) * size,
      ]),
  );
  for (let i = 0; i < (rows - 1) * columns; i++) {
    if (i % columns === columns - 1) continue;
    for (const triangle of split(i, columns, random.chance(0.5))) {
      const corners = triangle.map((k) => points[k]);
      const [cx, cy] = [0, 1].map((k) => (corners[0][k] + corners[1][k] + corners[2][k]) / 3);
      let tone = colours(cy / (height * (horizon + 0.06)) + random.normal(0, 0.02));
      if (disc) {
        const far =
          Math.hypot(cx - disc[0] * width, cy - disc[1] * height) / Math.max(width, height);
        tone = blend(tone, hex(disc[3]), 0.55 * Math.exp(-far * 6.5));
      }
      canvas.fill([grown(corners)], tone);
    }
  }
  if (disc) drawDisc(canvas, disc, random);
}

/** @param {Canvas} canvas @param {[number, number, number, string]} disc @param {import('../lib/random.mjs').Random} random */
function drawDisc(canvas, [sx, sy, radius, colour], random) {
  const [cx, cy] = [sx * canvas.width, sy * canvas.height];
  const sides = 14;
  for (let i = 0; i < sides; i++) {
    const at = (/** @type {number} */ k) =>
      /** @type {[number, number]} */ ([
        cx + radius * Math.cos((k / sides) * 6.2832),
        cy + radius * Math.sin((k / sides) * 6.2832),
      ]);
    canvas.fill(
      [grown([[cx, cy], at(i), at(i + 1)])],
      adjust(hex(colour), { light: random.normal(0, 0.012) }),
    );
  }
}

/** The two triangles of a cell. @param {number} i @param {number} columns @param {boolean} falling */
function split(i, columns, falling) {
  const [a, b, c, d] = [i, i + 1, i + columns, i + columns + 1];
  return falling
    ? [
        [a, b, d],
        [a, d, c],
      ]
    : [
        [a, b, c],
        [b, d, c],
      ];
}

/** @param {Scene} scene @param {import('../lib/random.mjs').Random} random @returns {Vector[]} */
function terrain({ seed, relief, flat = 0 }, random) {
  const noise = createNoise(seed);
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    const z = 6 + 74 * ((row + random.range(0, 0.6)) / ROWS) ** 1.45;
    const x = ((column + random.range(-0.34, 0.34)) / (COLUMNS - 1) - 0.5) * (z * 1.5 + 8);
    const away = smoothstep(8, 66, z);
    const mountains = noise.ridged(x / 34 + 9, z / 30, 5) ** 1.6 * 30 * relief * away;
    const hills = 2.4 * noise.fbm(x / 15, z / 15, 4) * (0.5 + away);
    const y = mountains + hills - flat * 4.5 * (1 - smoothstep(0.45, 0.95, away));
    return [x, flat > 0 ? Math.max(0, y) : y, z];
  });
}

/** @param {Scene} scene @param {Vector[]} land @param {import('../lib/random.mjs').Random} random @returns {Face[]} */
function landFaces(scene, land, random) {
  const colours = ramp(palette(scene.ground));
  const water = scene.water ? hex(scene.water) : undefined;
  const top = Math.max(...land.map(([, y]) => y));
  /** @type {Face[]} */
  const faces = [];
  for (let i = 0; i < (ROWS - 1) * COLUMNS; i++) {
    if (i % COLUMNS === COLUMNS - 1) continue;
    for (const triangle of split(i, COLUMNS, random.chance(0.5))) {
      const corners = triangle.map((k) => land[k]);
      const [, y, z] = centre(corners);
      const wet = water && corners.every((corner) => corner[1] === 0);
      const base = wet
        ? blend(
            water,
            palette(scene.sky)[palette(scene.sky).length - 1],
            clamp(0.15 + 0.5 * smoothstep(8, 70, z) + random.normal(0, 0.07)),
          )
        : colours((y / top) * 1.05 + random.normal(0, 0.035));
      const colour = wet ? base : lit(base, corners, scene);
      faces.push({ corners, colour: hazed(colour, z, scene), far: z });
    }
  }
  return faces;
}

/** @param {Vector[]} corners @returns {Vector} */
function centre(corners) {
  return /** @type {Vector} */ (
    [0, 1, 2].map((k) => corners.reduce((sum, corner) => sum + corner[k], 0) / corners.length)
  );
}

/** Lambert's law with a coloured sun and a coloured shade. @param {Rgb} base @param {Vector[]} corners @param {Scene} scene @returns {Rgb} */
function lit(base, [a, b, c], { sun, shade, light }) {
  const u = a.map((v, k) => b[k] - v);
  const w = a.map((v, k) => c[k] - v);
  let n = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]];
  const size = Math.hypot(...n) || 1;
  n = n.map((v) => (v / size) * (n[1] < 0 ? -1 : 1));
  const strength = clamp(
    n.reduce((sum, v, k) => sum + (v * sun[k]) / Math.hypot(...sun), 0) * 1.15,
  );
  const dark = base.map((v, k) => v * hex(shade)[k]);
  const bright = base.map((v, k) =>
    Math.min(1, v * (0.5 + 0.56 * hex(light)[k]) + 0.03 * hex(light)[k]),
  );
  return blend(/** @type {Rgb} */ (dark), /** @type {Rgb} */ (bright), strength);
}

/** @param {Rgb} colour @param {number} z @param {Scene} scene @returns {Rgb} */
function hazed(colour, z, { sky }) {
  const tones = palette(sky);
  return blend(colour, tones[tones.length - 1], 0.6 * smoothstep(18, 100, z));
}

/** @param {Scene} scene @param {Vector[]} land @param {import('../lib/random.mjs').Random} random @returns {Face[]} */
function treeFaces(scene, land, random) {
  if (!scene.tree) return [];
  const grove = createNoise(`${scene.seed} grove`);
  /** @type {Face[]} */
  const faces = [];
  const spots = random.shuffle(
    land.filter(
      ([x, y, z]) => y > 0.25 && y < 8 && z > 9 && z < 62 && grove.fbm(x / 11, z / 11, 2) > -0.05,
    ),
  );
  for (const spot of spots.slice(0, scene.trees)) faces.push(...fir(spot, scene, random));
  return faces;
}

/** A fir of three stacked cones. @param {Vector} foot @param {Scene} scene @param {import('../lib/random.mjs').Random} random @returns {Face[]} */
function fir([x, y, z], scene, random) {
  const tall = random.range(1.3, 2.7);
  const base = adjust(hex(scene.tree ?? '#000000'), {
    light: random.normal(0, 0.03),
    hue: random.normal(0, 8),
  });
  const turn = random.range(0, 1);
  /** @type {Face[]} */
  const faces = [];
  for (let floor = 0; floor < 3; floor++) {
    const radius = tall * (0.3 - 0.07 * floor);
    const [low, high] = [y + tall * (0.1 + 0.25 * floor), y + tall * (0.56 + 0.22 * floor)];
    for (let i = 0; i < 6; i++) {
      const at = (/** @type {number} */ k) =>
        /** @type {Vector} */ ([
          x + radius * Math.cos(turn + (k * Math.PI) / 3),
          low,
          z + radius * Math.sin(turn + (k * Math.PI) / 3),
        ]);
      const corners = [at(i), at(i + 1), /** @type {Vector} */ ([x, high, z])];
      if (centre(corners)[2] > z + 0.02) continue;
      faces.push({
        corners,
        colour: hazed(lit(base, corners, scene), z, scene),
        far: z - 0.05 - floor * 0.01,
      });
    }
  }
  return faces;
}

/** @type {(Scene & { title: string, date: string })[]} */
const scenes = [
  {
    title: 'Fjord, Last Light',
    date: '2018-09-22',
    seed: 'fjord',
    width: 1600,
    height: 900,
    sky: '1f2b45 40506b 80788a e0976a',
    ground: '3a5048 56685a 716c66 a39688 e8dccc',
    shade: '#4a5570',
    light: '#ffc090',
    water: '#24465e',
    tree: '#29413c',
    trees: 260,
    sun: [-0.9, 0.35, 0.15],
    disc: [0.69, 0.27, 46, '#ffd2a0'],
    relief: 0.62,
    flat: 1,
    eye: 6,
  },
  {
    title: 'Slate Moon',
    date: '2018-11-18',
    seed: 'slate',
    width: 1080,
    height: 1350,
    sky: '10182a 1f2e48 3d4f68 6d7f8f',
    ground: '26303c 364350 4b5866 7b8894 c3ccd2',
    shade: '#4a5878',
    light: '#b8cce8',
    tree: '#1c2c34',
    trees: 300,
    sun: [0.6, 0.6, -0.2],
    disc: [0.68, 0.17, 66, '#dfe6ea'],
    relief: 1.25,
    eye: 8,
    horizon: 0.56,
  },
  {
    title: 'Red Mesa',
    date: '2019-05-11',
    seed: 'mesa 2',
    width: 1600,
    height: 800,
    sky: '2f5f8f 6fa0b8 f0c79a ffdf9f',
    ground: 'd9894f c9683c b8492f d97a4a f5c088',
    shade: '#8a5a80',
    light: '#ffd9a0',
    tree: '#5a7a4a',
    trees: 60,
    sun: [0.9, 0.5, -0.3],
    disc: [0.8, 0.26, 46, '#fff2c8'],
    relief: 1,
    eye: 7,
  },
  {
    title: 'Turning Point',
    date: '2019-08-17',
    seed: 'turning',
    width: 1200,
    height: 1200,
    sky: '3f3f8f 8f5fa0 ff8f7a ffd08a',
    ground: '3f8f7a 6fae6f e0b060 f09070 fff0e0',
    shade: '#6a5fa8',
    light: '#ffdcb0',
    water: '#4f8fc0',
    tree: '#2f7a6a',
    trees: 300,
    sun: [-0.8, 0.5, -0.2],
    disc: [0.3, 0.3, 62, '#fff0c0'],
    relief: 0.95,
    flat: 0.9,
    eye: 6.5,
    horizon: 0.5,
  },
  {
    title: 'Alpine Meadow, June',
    date: '2020-06-07',
    seed: 'alpine',
    width: 1080,
    height: 1350,
    sky: '2f8fd8 6fbfe8 bfe6f0 f7f2d8',
    ground: '7fc05a 9fcf5f a9b08a b8b8c8 ffffff',
    shade: '#7f90c8',
    light: '#fff4d0',
    tree: '#2f8f5f',
    trees: 380,
    sun: [0.8, 0.7, -0.4],
    relief: 1.35,
    eye: 8,
    horizon: 0.54,
  },
  {
    title: 'Coral Coast',
    date: '2021-07-19',
    seed: 'coral',
    width: 1700,
    height: 780,
    sky: '40b0d8 8fd8e0 ffe0c0 ffc0a0',
    ground: 'ffe0a0 a8d060 5fb86a ff9f80 ffd0c0',
    shade: '#8080d0',
    light: '#fff0c8',
    water: '#1fb0c0',
    tree: '#1f9f7a',
    trees: 260,
    sun: [-0.7, 0.7, -0.3],
    disc: [0.7, 0.24, 44, '#fff8d8'],
    relief: 0.55,
    flat: 1.5,
    eye: 7,
  },
];

/** @type {import('../lib/work.mjs').Series} */
export const facets = {
  name: 'Facets',
  style: 'low poly',
  statement: 'Terrain cut into flat triangles and lit by one low sun.',
  works: scenes.map((scene) => ({
    title: scene.title,
    date: scene.date,
    keywords: ['low poly', 'landscape', 'render'],
    quality: 80,
    draw: () => render(scene),
  })),
};
