import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/random.mjs';
import { Grid, edgeOf, reflect } from './pixel-art/grid.mjs';
import { boat, fish, island, pine, saguaro, weed } from './pixel-art/things.mjs';
import { creatures } from './pixel-art/creatures.mjs';

function pinePass() {
  const g = new Grid(
    320,
    180,
    '1b1e3f 2f2f66 5b3f8c 9a4f94 e0668a ff9a76 ffcf8a fff1c2 24304f 33486b 4f6f8f 86a0b0 dfeaf0 16263a 1f3d4a 2f5f5a',
  );
  g.sky(0, 110, [0, 1, 2, 3, 4, 5, 6, 7]);
  g.disc(224, 84, 19, (_, y) => (y % 4 === 3 && y > 2 ? 6 : 7));
  const far = edgeOf('pass far', 112, 70, 70, true);
  const rock = createNoise('pass rock');
  g.land(far, (x, y, d) => {
    const bend = x + d * 0.55 + 9 * rock.fbm(x / 16, y / 22, 3);
    const shaded = far(Math.round(bend) + 2) < far(Math.round(bend) - 2);
    const snow = d < 11 + 8 * rock.at(x / 3.2, 6) && far(x) < 92;
    return snow ? (shaded ? 11 : 12) : shaded ? 9 : (x + y * 2) % 7 === 0 && d < 30 ? 11 : 10;
  });
  g.land(edgeOf('pass mid', 126, 44, 90), (x, y) => ((x * 3 + y * 5) % 17 === 0 ? 10 : 9));
  g.land(edgeOf('pass near', 146, 30, 120), (x, y) => ((x * 7 + y * 3) % 23 === 0 ? 9 : 8));
  const random = createRandom('pass trees');
  const edge = edgeOf('pass near', 146, 30, 120);
  for (let i = 0; i < 90; i++) {
    const x = random.integer(0, 319);
    pine(g, x, Math.round(edge(x)) + random.integer(2, 14), random.integer(8, 15), 13, 14, 14);
  }
  g.land(edgeOf('pass front', 166, 16, 90), (x, y) => ((x * 5 + y * 11) % 19 === 0 ? 14 : 13));
  for (let i = 0; i < 26; i++) {
    const x = random.integer(0, 319);
    pine(g, x, 182, random.integer(22, 44), 13, 14, 15);
  }
  for (let i = 0; i < 40; i++)
    g.set(random.integer(0, 319), random.integer(0, 44), random.pick([6, 7, 4]));
  return g.enlarged(5);
}

function harbour() {
  const g = new Grid(
    320,
    200,
    '0d1030 1a1b4f 34256e 5f2f86 a03f8a e05f7f ff9a6a 0a0b20 151638 242a55 ffd76a ff8f4f 6ff0e0 ff5f9f fff4d0 3a3f7a',
  );
  g.sky(0, 118, [0, 0, 1, 2, 3, 4, 5, 6]);
  const random = createRandom('harbour');
  for (let i = 0; i < 70; i++)
    g.set(random.integer(0, 319), random.integer(0, 60), random.pick([14, 15, 12]));
  g.disc(70, 40, 13, (x, y) => ((x + 3) ** 2 + (y - 2) ** 2 < 90 ? 14 : 10));
  for (const [base, colour, windows] of /** @type {const} */ ([
    [60, 3, 0.02],
    [44, 9, 0.1],
    [24, 8, 0.2],
  ])) {
    for (let x = -4; x < 320;) {
      const w = random.integer(9, 26);
      const h = base + random.integer(-14, 24);
      g.box(x, 120 - h, w, h, colour);
      if (random.chance(0.4))
        g.box(x + Math.floor(w / 2), 120 - h - random.integer(3, 9), 1, 9, colour);
      for (let j = 120 - h + 3; j < 118; j += 3)
        for (let i = x + 2; i < x + w - 2; i += 3)
          if (random.chance(windows)) g.box(i, j, 1, 2, random.pick([10, 10, 11, 12, 13, 14]));
      x += w + random.integer(-2, 3);
    }
  }
  g.box(0, 118, 320, 3, 7);
  for (let x = 8; x < 320; x += 22) {
    g.box(x, 111, 1, 8, 7);
    g.box(x - 1, 110, 3, 2, 10);
  }
  reflect(g, 121, (c) => [0, 0, 1, 2, 3, 4, 5, 7, 7, 8, 10, 11, 12, 13, 14, 9][c], 'harbour water');
  for (const [x, y, s] of [
    [60, 158, 22],
    [214, 150, 16],
    [258, 176, 28],
  ])
    boat(g, x, y, s);
  return g.enlarged(5);
}

function lighthouse() {
  const g = new Grid(
    200,
    270,
    'ff7f6a ffa86a ffd07a fff0b0 5fc0c8 3f98b8 2a6f9a 1f4a78 f7f4e8 e8402f b82a2a 6a4a5a 4a3348 7fae5a 4f8a4f ffffff',
  );
  g.sky(0, 170, [6, 5, 4, 4, 3, 2, 1, 0]);
  const noise = createNoise('lighthouse');
  for (let y = 10; y < 140; y++)
    for (let x = 0; x < 200; x++) {
      const c = noise.fbm(x / 46, y / 15, 4) + 0.1 - Math.abs(y - 70) / 240;
      if (c > 0.2) g.set(x, y, g.dithered((c - 0.2) * 16, x, y, [3, 8, 15]));
    }
  for (let y = 170; y < 270; y++)
    for (let x = 0; x < 200; x++) {
      const wave = noise.fbm(x / (9 + (y - 170) / 5), y / 2.6, 2);
      g.set(x, y, wave > 0.34 ? 15 : g.dithered((y - 170) / 34 + wave, x, y, [4, 5, 6, 7]));
    }
  g.land(
    (x) => 214 - 56 * Math.exp(-(((x - 120) / 48) ** 2)) + 3 * noise.at(x / 5, 2),
    (x, y, d) => (d < 4 ? 13 : d < 7 ? 14 : (x * 3 + y * 7) % 11 < 2 ? 12 : 11),
    236,
  );
  tower(g);
  return g.enlarged(6);
}

/** The lighthouse itself, with its lamp and beams. @param {Grid} g */
function tower(g) {
  for (let y = 56; y < 164; y++) {
    const half = 8 + Math.floor((y - 56) / 14);
    for (let i = -half; i <= half; i++) {
      const red = Math.floor((y - 56) / 18) % 2 === 0;
      g.set(120 + i, y, i > half * 0.4 ? (red ? 10 : 2) : red ? 9 : 8);
    }
  }
  g.box(108, 54, 25, 2, 12);
  g.box(113, 40, 15, 14, 3);
  g.box(113, 40, 1, 14, 12);
  g.box(120, 40, 1, 14, 12);
  g.box(127, 40, 1, 14, 12);
  for (let j = 0; j < 9; j++) g.box(120 - j, 31 + j, 2 * j + 1, 1, 9);
  for (const y of [84, 112, 138]) g.box(118, y, 4, 6, 12);
  for (let i = 0; i < 110; i++)
    for (const s of [-1, 0, 1]) if (i % 2 === 0) g.set(112 - i, 46 + s * Math.floor(i / 7), 3);
}

function reef() {
  const g = new Grid(
    320,
    180,
    '08305a 0a4f86 0f78a8 1fa8c0 5fd8d0 b0f4e0 0a2444 123a5a ff6f61 ffb04a ffe07a f04f8f a050c8 3fbf7a 1f8a6a ffffff',
  );
  g.sky(0, 180, [5, 4, 3, 2, 1, 0]);
  shafts(g);
  g.land(edgeOf('reef far', 142, 36, 60), () => 7);
  g.land(edgeOf('reef near', 164, 26, 44), (x, y, d) => (d < 2 ? 14 : 6));
  const random = createRandom('reef things');
  const floor = edgeOf('reef near', 164, 26, 44);
  for (let i = 0; i < 46; i++) weed(g, random.integer(0, 319), floor, random);
  for (let i = 0; i < 34; i++) coral(g, floor, random);
  for (let i = 0; i < 26; i++)
    fish(
      g,
      random.integer(10, 305),
      random.integer(18, 122),
      random.integer(3, 8),
      random.chance(0.7) ? 1 : -1,
      random.pick([
        [8, 9],
        [9, 10],
        [11, 8],
        [12, 11],
        [10, 15],
      ]),
    );
  bubbles(g, random);
  return g.enlarged(5);
}

/** Slanting light: every second pixel one step brighter. @param {Grid} g */
function shafts(g) {
  const noise = createNoise('reef');
  for (let y = 0; y < 130; y++) {
    for (let x = 0; x < 320; x++) {
      const inLight =
        noise.fbm((x - y * 0.5) / 26, 4, 2) > 0.16 && y < 120 - 40 * noise.at(x / 40, 8);
      if (inLight && (x + y) % 2 === 0) g.set(x, y, Math.min(5, g.get(x, y) + 1));
    }
  }
}

/** @param {Grid} g @param {(x: number) => number} floor @param {import('../lib/random.mjs').Random} random */
function coral(g, floor, random) {
  const x = random.integer(4, 316);
  const tone = random.pick([8, 11, 12, 9]);
  const tip = tone === 9 ? 10 : tone;
  const size = random.integer(3, 8);
  const y = Math.round(floor(x)) + 3;
  for (let k = 0; k < 5; k++) {
    const a = -Math.PI * (0.1 + 0.2 * k);
    for (let r = 0; r < size * 1.6; r++) {
      g.box(x + Math.cos(a) * r, y + Math.sin(a) * r, 2, 2, r > size ? tip : tone);
    }
  }
}

/** @param {Grid} g @param {import('../lib/random.mjs').Random} random */
function bubbles(g, random) {
  for (let i = 0; i < 46; i++) {
    const [x, y] = [random.integer(0, 319), random.integer(4, 140)];
    g.set(x, y, 5);
    if (i % 3 === 0) {
      g.set(x + 1, y - 1, 15);
      g.set(x + 1, y, 5);
      g.set(x, y - 1, 5);
    }
  }
}

function mesa() {
  const g = new Grid(
    360,
    150,
    '4a1a5a 8a2a6a d8406a ff6f5a ff9f4a ffd05a fff2a0 6a2048 a83a4a d8643f f09a4f 2a1a3a 1f5a4a 3f8f5a 8fcf6a ffffff',
  );
  g.sky(0, 104, [0, 1, 2, 3, 4, 5, 6]);
  g.disc(150, 84, 34, (_, y) =>
    y > -12 && (y + 40) % 7 < Math.max(0, (y + 16) / 9) ? 4 : y < -8 ? 6 : 5,
  );
  const noise = createNoise('mesa');
  for (const [base, tones, scale, tall] of /** @type {[number, number[], number, number][]} */ ([
    [104, [2, 1], 46, 34],
    [112, [8, 7], 60, 48],
  ])) {
    const top = (/** @type {number} */ x) => {
      const v = noise.fbm(x / scale + tall, tall, 2);
      return v > 0.12
        ? base - tall + 5 * Math.round(2 * noise.at(x / 26, tall))
        : v > 0.03
          ? base - tall * 0.45
          : base - 4 * noise.at(x / 18, 5);
    };
    g.land(
      top,
      (x, y) =>
        (y + Math.round(2 * noise.at(x / 14, 9))) % 9 < 2
          ? tones[0]
          : (x + y) % 2 && y % 9 < 4
            ? tones[0]
            : tones[1],
      124,
    );
  }
  for (let y = 116; y < 150; y++)
    for (let x = 0; x < 360; x++)
      g.set(
        x,
        y,
        g.dithered((y - 116) / 13 + noise.fbm(x / 30, y / 4, 3) * 1.6, x, y, [10, 9, 8, 7]),
      );
  for (let y = 118; y < 150; y++) {
    const c = 190 + (y - 118) * 1.5 + 9 * Math.sin(y / 7);
    const half = 1 + (y - 118) * 0.42;
    g.box(c - half, y, half * 2, 1, 11);
    if (y % 6 < 3) g.box(c, y, Math.max(1, half * 0.14), 1, 6);
  }
  const random = createRandom('mesa plants');
  for (let i = 0; i < 24; i++) {
    const y = random.integer(120, 148);
    saguaro(g, random.integer(0, 359), y, Math.round((y - 108) * random.range(0.5, 0.8)));
  }
  return g.enlarged(5);
}

function islands() {
  const g = new Grid(
    240,
    240,
    '6fb8f0 8fd0f8 b8e8fa e0f8f4 fff4d8 ffd8c0 5a3a4a 7f5058 a8705f d09a78 3f9f5a 6fc85a b0e86a ff7fa0 ffffff 3f6fb8',
  );
  g.sky(0, 240, [0, 1, 2, 3, 4, 5]);
  const noise = createNoise('islands');
  for (let y = 0; y < 240; y++)
    for (let x = 0; x < 240; x++) {
      const c = noise.fbm(x / 50, y / 18, 4) - 0.22;
      if (c > 0) g.set(x, y, g.dithered(c * 12, x, y, [4, 14, 14]));
    }
  const random = createRandom('islands');
  for (const [cx, cy, r] of [
    [58, 64, 28],
    [188, 52, 20],
    [128, 128, 58],
    [40, 168, 20],
    [206, 186, 26],
  ])
    island(g, cx, cy, r, noise, random);
  return g.enlarged(5);
}

/** @type {[string, string, string[], () => import('sharp').Sharp][]} */
const scenes = [
  ['Pine Pass', '2021-09-25', ['mountains'], pinePass],
  ['Harbour, Late Shift', '2021-12-18', ['city', 'night'], harbour],
  ['Keeper', '2022-02-06', ['sea', 'lighthouse'], lighthouse],
  ['Forty-Eight Acquaintances', '2022-06-25', ['creatures'], creatures],
  ['Reef Traffic', '2022-08-13', ['underwater', 'fish'], reef],
  ['Road to the Mesas', '2022-10-29', ['desert', 'panorama'], mesa],
  ['Loose Islands', '2023-01-21', ['fantasy', 'sky'], islands],
];

/** @type {import('../lib/work.mjs').Series} */
export const hardPixels = {
  name: 'Hard Pixels',
  style: 'pixel art',
  statement: 'Sixteen colours each, placed one by one.',
  works: scenes.map(([title, date, words, draw]) => ({
    title,
    date,
    keywords: ['pixel art', ...words],
    format: 'png',
    draw,
  })),
};
