import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/random.mjs';
import { Film, glow, gradient, mirrorBelow, skyline } from './long-exposure/film.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */

function polaris() {
  const film = new Film(1150, 1440);
  const random = createRandom('polaris');
  const sky = gradient([
    [0, '#0a1a33', 0.35],
    [0.55, '#1d3f5f', 0.5],
    [0.85, '#7a7f72', 0.45],
    [1, '#a07a4c', 0.4],
  ]);
  film.wash((_, y) => sky(y / film.height));
  const [cx, cy] = [470, 560];
  for (let i = 0; i < 1150; i++) {
    const radius = 10 + 1250 * random.next() ** 0.75;
    const start = random.range(0, 6.28);
    const span = random.range(0.5, 0.62);
    const count = Math.max(8, Math.ceil(radius * span * 0.25));
    const line = Array.from(
      { length: count + 1 },
      (_, k) =>
        /** @type {Point} */ ([
          cx + radius * Math.cos(start + (span * k) / count),
          cy + radius * Math.sin(start + (span * k) / count),
        ]),
    );
    const light = glow(
      random.pick(['#cfe0ff', '#ffffff', '#ffe2bd', '#9dc0ff', '#ffd0a0']),
      random.range(0.12, 1) ** 3 * 1.1,
    );
    film.trail(
      line,
      () => 1.05,
      () => light,
    );
  }
  const edge = skyline('polaris trees', 1210, 130, 105);
  film.shade((x, y) => (y > edge(x) ? 0.004 : 1));
  return film.develop(0.12, 1.25);
}

function ringRoad() {
  const film = new Film(1500, 1000);
  const random = createRandom('ring road');
  const sky = gradient([
    [0, '#0b1420', 0.3],
    [0.38, '#2b4560', 0.5],
    [0.44, '#c98a55', 0.5],
    [0.46, '#0d0f12', 0.12],
    [1, '#07080a', 0.1],
  ]);
  film.wash((_, y) => sky(y / film.height));
  const edge = skyline('ring road trees', 452, 60, 34);
  film.shade((x, y) => (y > edge(x) && y < 470 ? 0.04 : 1));
  for (let i = 0; i < 170; i++) {
    film.spot(
      random.range(0, 1500),
      448 + Math.abs(random.normal(0, 12)),
      random.range(0.8, 1.8),
      glow(random.pick(['#ffd9a0', '#ffb060', '#dfe8ff', '#ff8040']), random.range(0.4, 2.2)),
    );
  }
  for (let lane = 0; lane < 64; lane++) {
    const coming = lane % 2 === 0;
    const offset = (coming ? -1 : 1) * (0.12 + 0.88 * random.next());
    const height = random.range(0, 0.12);
    const line = roadLine(offset, height);
    const colour = coming
      ? random.pick(['#fff3d8', '#ffe0a8', '#eaf0ff'])
      : random.pick(['#ff2a12', '#ff4a1c', '#e01008', '#ff8a30']);
    const strength = random.range(0.1, 0.75);
    const from = random.chance(0.3) ? random.range(0, 0.4) : 0;
    film.trail(
      line,
      (t) => 0.7 + 2.4 * t ** 2.4,
      (t) => (t < from ? [0, 0, 0] : glow(colour, strength * (0.35 + 0.65 * t))),
    );
  }
  return film.develop(0.16, 1.2);
}

/** A lane seen from a bridge: t runs from the horizon to the feet. @param {number} offset @param {number} height @returns {Point[]} */
function roadLine(offset, height) {
  return Array.from({ length: 150 }, (_, i) => {
    const t = (i / 149) ** 1.5;
    const depth = 1 / (0.02 + t);
    const bend = 260 * Math.sin(depth * 0.16 + 0.6) * (1 - t) ** 1.4;
    const spread = 40 + 980 * t ** 1.25;
    return [700 + bend + offset * spread + 120 * t, 452 + 640 * t ** 1.2 - height * 620 * t];
  });
}

/** @param {string} seed @param {number} width @param {number} height @param {string[]} colours @param {string} night @param {number} [exposure] */
function rain(seed, width, height, colours, night, exposure = 1.4) {
  const film = new Film(width, height);
  const random = createRandom(seed);
  const sky = gradient([
    [0, night, 0.25],
    [0.5, night, 0.55],
    [1, night, 0.12],
  ]);
  film.wash((_, y) => sky(y / height));
  const [vx, vy] = [width * 0.44, height * 0.44];
  for (let i = 0; i < 190; i++) {
    const near = random.next() ** 2.6;
    const side = random.pick([-1, 1]);
    const x = vx + side * width * (0.02 + 0.1 * random.next() + 0.62 * near) + random.normal(0, 14);
    const y = vy - height * (0.02 + 0.36 * near * random.next()) + random.normal(0, 9);
    const light = glow(random.pick(colours), random.range(0.22, 0.95) * (1 - 0.62 * near));
    const radius = 5 + 68 * near;
    film.disc(x, y, radius, light);
    const foot = vy + height * (0.035 + 0.1 * near) + (vy - y) * 0.55;
    const streaks = Math.round(6 + 16 * near);
    for (let k = 0; k < streaks; k++) {
      const fall = k * (9 + 24 * near);
      film.spot(
        x + random.normal(0, 2 + 5 * near),
        foot + fall,
        6 + radius * 0.4,
        light.map((v) => v * 0.15 * (1 - k / streaks)),
      );
    }
  }
  return film.develop(0.14, exposure);
}

function pendulum() {
  const film = new Film(1200, 1200);
  const random = createRandom('pendulum');
  film.wash((x, y) =>
    glow('#101a2c', 0.35 * Math.exp(-(((x - 600) / 620) ** 2) - ((y - 600) / 620) ** 2)),
  );
  const tones = ['#5fa8ff', '#9fd0ff', '#ffd9a8'];
  tones.forEach((tone, voice) => {
    const phase = random.range(0, 6);
    const line = Array.from({ length: 5200 }, (_, i) => {
      const t = i * 0.021;
      const decay = Math.exp(-t * 0.0125);
      return /** @type {Point} */ ([
        600 + decay * (400 * Math.sin(2.003 * t + phase) + 110 * Math.sin(3.001 * t + voice * 0.5)),
        600 +
          decay *
            (420 * Math.sin(3.006 * t + phase * 0.4 + voice * 0.24) + 70 * Math.sin(1.998 * t)),
      ]);
    });
    film.trail(
      line,
      () => 1.05,
      (t) => glow(tone, 0.2 + 0.3 * t),
    );
  });
  return film.develop(0.2, 1.15);
}

function sparks() {
  const film = new Film(1000, 1400);
  const random = createRandom('sparks');
  const sky = gradient([
    [0, '#06090f', 0.3],
    [0.62, '#2b2431', 0.45],
    [0.66, '#4a2c1c', 0.4],
    [1, '#0b0806', 0.2],
  ]);
  film.wash((_, y) => sky(y / film.height));
  const [cx, cy, floor] = [500, 660, 930];
  for (let i = 0; i < 900; i++) {
    const start = random.range(0, 6.283);
    const speed = random.range(3, 13) * (0.6 + 0.8 * random.next());
    const ring = 120 + random.normal(0, 3);
    let [x, y] = [cx + ring * Math.cos(start), cy + ring * Math.sin(start)];
    let [vx, vy] = [
      -Math.sin(start) * speed + Math.cos(start) * speed * 0.35,
      Math.cos(start) * speed + Math.sin(start) * speed * 0.35,
    ];
    /** @type {Point[]} */
    const line = [];
    for (let k = 0, life = random.integer(18, 52); k < life; k++) {
      line.push([x, y]);
      [x, y, vy] = [x + vx, y + vy, vy + 0.3];
      if (y > floor) [y, vy, vx] = [floor - (y - floor), -vy * 0.35, vx * 0.7];
    }
    const strength = random.range(0.12, 0.5);
    film.trail(
      line,
      (t) => 1.25 - 0.6 * t,
      (t) => glow(t < 0.35 ? '#fff0c8' : t < 0.7 ? '#ffb04a' : '#e0521c', strength * (1 - t * 0.8)),
    );
  }
  mirrorBelow(film, floor);
  return film.develop(0.22, 1.1);
}

/** @param {string} seed @param {number} width @param {number} height @param {[number, string, number][]} stops @param {number} horizon @param {[number, number, string]} sun */
function seascape(seed, width, height, stops, horizon, [sx, sy, tone]) {
  const film = new Film(width, height);
  const noise = createNoise(seed);
  const sky = gradient(stops);
  film.wash((x, y) => {
    const level = horizon * height;
    const mirrored = y > level ? 2 * level - y - (y - level) * 0.2 : y;
    const cloud = 1 + 0.5 * noise.fbm(x / 520 + 3, mirrored / 46, 4) * (y > level ? 0.6 : 1);
    const ripple =
      y > level ? 0.72 + 0.16 * noise.fbm(x / 260, (y - level) / (3 + (y - level) * 0.06), 3) : 1;
    return sky(Math.max(0, mirrored) / height).map((v) => v * cloud * ripple);
  });
  const [x, y] = [sx * width, sy * height];
  for (const [r, s] of [
    [46, 1.2],
    [150, 0.3],
    [420, 0.16],
  ])
    film.spot(x, y, r, glow(tone, s));
  for (let k = 0; k < 46; k++)
    film.spot(
      x + 3 * noise.at(k, 4) * k,
      horizon * height + 6 + k * 7.5,
      14 + k * 1.5,
      glow(tone, 0.07 * (1 - k / 46)),
    );
  return film.develop(0.08, 1.3);
}

/** @type {import('../lib/work.mjs').Series} */
export const longExposure = {
  name: 'Forty Seconds',
  style: 'long exposure',
  statement: 'Light left on film for as long as it takes: stars, traffic, sparks, the last ferry.',
  works: [
    {
      title: 'Polaris',
      date: '2017-12-27',
      keywords: ['long exposure', 'night', 'stars'],
      quality: 74,
      draw: polaris,
    },
    {
      title: 'Ring Road',
      date: '2018-05-09',
      keywords: ['long exposure', 'night', 'traffic'],
      quality: 80,
      draw: ringRoad,
    },
    {
      title: 'Pendulum',
      date: '2018-08-01',
      keywords: ['long exposure', 'light drawing'],
      quality: 76,
      draw: pendulum,
    },
    {
      title: 'Rain on Glass',
      date: '2018-10-23',
      keywords: ['night', 'bokeh', 'rain'],
      draw: () =>
        rain(
          'rain on glass',
          1500,
          1000,
          ['#4f8fd0', '#7fb0d8', '#d8c9a0', '#e09050', '#3f6f9f'],
          '#142235',
        ),
    },
    {
      title: 'Steel Wool',
      date: '2019-01-12',
      keywords: ['long exposure', 'sparks', 'night'],
      quality: 76,
      draw: sparks,
    },
    {
      title: 'Before the Ferry',
      date: '2019-03-30',
      keywords: ['long exposure', 'sea', 'dawn'],
      draw: () =>
        seascape(
          'before the ferry',
          1700,
          760,
          [
            [0, '#24456b', 0.6],
            [0.34, '#8f8fa8', 0.8],
            [0.52, '#ffb98a', 1],
            [0.6, '#ffd9a0', 1.3],
            [1, '#ffd9a0', 1.3],
          ],
          0.6,
          [0.63, 0.58, '#ffcf8a'],
        ),
    },
    {
      title: 'Fairground, Rain',
      date: '2020-09-12',
      keywords: ['night', 'bokeh', 'rain', 'colour'],
      draw: () =>
        rain(
          'fairground',
          1100,
          1375,
          ['#ff3f7f', '#ff9a2f', '#ffd23f', '#3fd0c0', '#ff5f3f', '#b06fff'],
          '#6a1f44',
          2,
        ),
    },
  ],
};
