import { ellipse, rectangle, rotate, smooth } from '../lib/shapes.mjs';
import { Table } from './collage/table.mjs';
import { bird, finger, fish, frond, pebble } from './collage/shapes.mjs';

/** @typedef {import('../lib/canvas.mjs').Canvas} Canvas */
/** @typedef {import('../lib/raster.mjs').Point} Point */

/** Blocks of colour, a frond in each. @param {string} seed @param {number} columns @param {number} rows @param {number} cell @param {string} tones */
function weedGrid(seed, columns, rows, cell, tones) {
  const colours = tones.split(' ').map((tone) => `#${tone}`);
  const table = new Table(seed, columns * cell, rows * cell, colours[0]);
  const { random } = table;
  for (let i = 0; i < columns * rows; i++) {
    const [x, y] = [(i % columns) * cell, Math.floor(i / columns) * cell];
    const [ground, figure] = random.shuffle(colours);
    table.lay(
      [
        rotate(
          rectangle(x - 3, y - 3, cell + 6, cell + 6),
          random.normal(0, 0.006),
          x + cell / 2,
          y + cell / 2,
        ),
      ],
      ground,
      2,
    );
    const up = -Math.PI / 2 + random.normal(0, 0.25);
    const turn = random.pick([0, 0, Math.PI]);
    const foot = /** @type {Point} */ ([
      x + cell * 0.5 - Math.cos(up + turn) * cell * 0.38,
      y + cell * 0.5 - Math.sin(up + turn) * cell * 0.38,
    ]);
    table.lay(
      frond(random, ...foot, up + turn, cell * 0.72, random.integer(3, 5), 0.42),
      figure,
      4,
    );
  }
  return table.canvas;
}

/** @param {string} seed @param {number} w @param {number} h @param {string} tones @param {[number, number, number]} sun */
function hills(seed, w, h, tones, [sx, sy, sr]) {
  const [sky, disc, ...layers] = tones.split(' ').map((tone) => `#${tone}`);
  const table = new Table(seed, w, h, sky);
  const { random } = table;
  table.lay([pebble(random, w * sx, h * sy, h * sr * 1.36, 14, 0.02)], layers[0], 4);
  table.lay([pebble(random, w * sx, h * sy, h * sr, 14, 0.015)], disc, 6);
  layers.forEach((colour, i) => {
    const base = h * (0.42 + (0.5 * i) / layers.length);
    const crest = smooth(
      Array.from(
        { length: 8 },
        (_, k) =>
          /** @type {Point} */ ([-40 + ((w + 80) * k) / 7, base + random.normal(0, h * 0.055)]),
      ),
    );
    table.lay([[...crest, [w + 60, h + 60], [-60, h + 60]]], colour, 9);
    if (i === 2 || i === 4)
      for (let k = 0; k < 4; k++)
        table.lay(
          frond(
            random,
            w * random.range(0.05, 0.95),
            base + h * 0.12,
            -1.57 + random.normal(0, 0.15),
            h * random.range(0.14, 0.24),
            4,
            0.3,
          ),
          layers[(i + 3) % layers.length],
          4,
        );
  });
  return table.canvas;
}

/** A vase with branches on a table before a window. @param {string} seed @param {number} w @param {number} h @param {string} tones */
function bouquet(seed, w, h, tones) {
  const [wall, cloth, jar, stripe, leafA, leafB, bloomA, bloomB, heart] = tones
    .split(' ')
    .map((tone) => `#${tone}`);
  const table = new Table(seed, w, h, wall);
  const { random } = table;
  table.lay(
    [rotate(rectangle(w * 0.56, h * 0.06, w * 0.36, h * 0.36), 0.02, w * 0.7, h * 0.2)],
    stripe,
    4,
  );
  table.lay(
    [
      [
        [-20, h * 0.76],
        [w + 20, h * 0.73],
        [w + 20, h + 20],
        [-20, h + 20],
      ],
    ],
    cloth,
    7,
  );
  for (let i = 0; i < 7; i++)
    table.lay(
      frond(
        random,
        w * 0.47,
        h * 0.55,
        -2.75 + i * 0.4 + random.normal(0, 0.06),
        h * random.range(0.26, 0.42),
        5,
        0.26,
      ),
      i % 2 ? leafA : leafB,
      5,
    );
  const half = /** @type {Point[]} */ ([
    [0.075, -0.36],
    [0.085, -0.3],
    [0.2, -0.2],
    [0.215, -0.1],
    [0.15, 0],
  ]).map(([x, y]) => /** @type {Point} */ ([x * h * 0.8, y * h]));
  const right = smooth(half, false, 8).map(
    ([x, y]) => /** @type {Point} */ ([w * 0.47 + x, h * 0.88 + y]),
  );
  table.lay(
    [[...right, ...right.map(([x, y]) => /** @type {Point} */ ([2 * w * 0.47 - x, y])).reverse()]],
    jar,
    8,
  );
  for (const y of [0.72, 0.79])
    table.lay(
      [
        rotate(
          rectangle(w * 0.47 - h * 0.15, h * y, h * 0.3, h * 0.016),
          random.normal(0, 0.02),
          w * 0.47,
          h * y,
        ),
      ],
      bloomB,
      2,
    );
  for (let i = 0; i < 6; i++) {
    const a = -2.7 + i * 0.45;
    const [x, y] = [
      w * 0.47 + Math.cos(a) * h * random.range(0.24, 0.34),
      h * 0.5 + Math.sin(a) * h * random.range(0.24, 0.36),
    ];
    const petals = Array.from({ length: 7 }, (_, k) =>
      finger(x, y, (k * 6.2832) / 7 + i, h * 0.075, h * 0.034, 0.2),
    );
    table.lay(petals, i % 2 ? bloomA : bloomB, 5);
    table.lay([pebble(random, x, y, h * 0.021, 7, 0.1)], heart, 3);
  }
  for (const [x, y, tone] of /** @type {[number, number, string][]} */ ([
    [0.8, 0.86, bloomA],
    [0.9, 0.83, bloomB],
    [0.13, 0.88, bloomB],
  ]))
    table.lay([pebble(random, w * x, h * y, h * 0.048, 9, 0.05)], tone, 7);
  return table.canvas;
}

/** Birds that cross a divided sky. @param {string} seed @param {number} w @param {number} h @param {string} tones */
function birds(seed, w, h, tones) {
  const [ground, blockA, blockB, birdA, birdB, sun] = tones.split(' ').map((tone) => `#${tone}`);
  const table = new Table(seed, w, h, ground);
  const { random } = table;
  table.lay(
    [
      [
        [-20, -20],
        [w * 0.44, -20],
        [w * 0.38, h + 20],
        [-20, h + 20],
      ],
    ],
    blockA,
    5,
  );
  table.lay(
    [
      [
        [w * 0.7, -20],
        [w + 20, -20],
        [w + 20, h * 0.62],
        [w * 0.66, h * 0.56],
      ],
    ],
    blockB,
    5,
  );
  table.lay([pebble(random, w * 0.55, h * 0.5, h * 0.22, 13, 0.03)], sun, 6);
  const places = /** @type {[number, number, number, number, number][]} */ ([
    [0.2, 0.3, 0.3, -0.2, 1],
    [0.5, 0.66, 0.36, -0.34, 0],
    [0.8, 0.32, 0.27, -0.1, 1],
    [0.82, 0.82, 0.2, -0.3, 0],
    [0.24, 0.8, 0.22, -0.15, 0],
  ]);
  for (const [x, y, s, a, kind] of places)
    table.lay(bird(w * x, h * y, h * s, a), kind ? birdA : birdB, 7);
  for (let i = 0; i < 8; i++)
    table.lay(
      frond(
        random,
        w * (0.04 + 0.13 * i),
        h + 14,
        -1.57 + random.normal(0, 0.2),
        h * random.range(0.12, 0.22),
        4,
        0.34,
      ),
      i % 2 ? blockB : birdA,
      4,
    );
  return table.canvas;
}

/** @param {string} seed @param {number} w @param {number} h @param {string} tones */
function tide(seed, w, h, tones) {
  const [sea, ...rest] = tones.split(' ').map((tone) => `#${tone}`);
  const [waters, bodies] = [rest.slice(0, 5), rest.slice(5)];
  const table = new Table(seed, w, h, sea);
  const { random } = table;
  waters.forEach((colour, i) => {
    const base = h * (0.16 + 0.17 * i);
    const wave = smooth(
      Array.from(
        { length: 12 },
        (_, k) =>
          /** @type {Point} */ ([
            -40 + ((w + 80) * k) / 11,
            base + ((k + i) % 2 ? 1 : -1) * h * 0.03 + random.normal(0, h * 0.008),
          ]),
      ),
    );
    table.lay([[...wave, [w + 60, h + 60], [-60, h + 60]]], colour, 6);
  });
  for (let i = 0; i < 12; i++) {
    const [x, y] = [w * (0.06 + 0.08 * i), h * (i % 2 ? 0.68 : 0.36) + random.normal(0, h * 0.07)];
    const shape =
      i % 3 === 1
        ? fish(x, y, h * random.range(0.1, 0.15), random.range(-0.35, 0.35))
        : frond(
            random,
            x,
            y + h * 0.12,
            -1.57 + random.normal(0, 0.4),
            h * random.range(0.24, 0.34),
            4,
            0.36,
          );
    table.lay(shape, bodies[(i * 5) % bodies.length], 6);
  }
  return table.canvas;
}

/** Ovals and leaves round a great moon. @param {string} seed @param {number} w @param {number} h @param {string} tones */
function nocturne(seed, w, h, tones) {
  const [night, moon, halo, ...rest] = tones.split(' ').map((tone) => `#${tone}`);
  const table = new Table(seed, w, h, night);
  const { random } = table;
  table.lay([pebble(random, w * 0.52, h * 0.38, w * 0.36, 15, 0.02)], halo, 5);
  table.lay([pebble(random, w * 0.52, h * 0.38, w * 0.26, 15, 0.02)], moon, 7);
  for (let i = 0; i < 14; i++) {
    const side = i % 2 ? 1 : 0;
    const y = h * (0.16 + 0.062 * i);
    const angle = side ? Math.PI + 0.35 + random.normal(0, 0.2) : -0.35 + random.normal(0, 0.2);
    table.lay(
      frond(random, side ? w + 12 : -12, y, angle, w * random.range(0.26, 0.44), 4, 0.34),
      rest[i % rest.length],
      7,
    );
  }
  table.lay([ellipse(w * 0.5, h * 0.98, w * 0.62, h * 0.15)], rest[1], 7);
  table.lay(fish(w * 0.5, h * 0.74, w * 0.19, -0.2), rest[2], 7);
  table.lay([pebble(random, w * 0.6, h * 0.715, w * 0.017, 7, 0.05)], night, 2);
  return table.canvas;
}

/** @type {[string, string, string[], () => Canvas, 'webp'?][]} */
const cuts = [
  [
    'Nine Weeds',
    '2022-11-12',
    ['leaves', 'grid'],
    () => weedGrid('nine weeds', 3, 3, 400, 'f4442e ffb627 1f8a70 f7f0df ff7f9f 2b50aa 8fd14f'),
  ],
  [
    'Paper Hills, Evening',
    '2023-02-18',
    ['hills', 'sun'],
    () =>
      hills(
        'paper hills',
        1600,
        900,
        'ffd9a0 f4442e ffb36b ff8a5c f0607a c2478f 7a3f98 43307a',
        [0.66, 0.36, 0.15],
      ),
    'webp',
  ],
  [
    'Branches in a White Jar',
    '2023-04-08',
    ['still life', 'flowers'],
    () =>
      bouquet('jar', 1080, 1400, 'ff9f7a f4c430 fdf6ea 7fd0c8 1f8a5a 7fbf4f f0386b ffe0d0 3b2a5a'),
  ],
  [
    'Five Birds',
    '2023-06-10',
    ['birds'],
    () => birds('five birds', 1500, 1000, 'fdeed5 f7b32b ff6b5a 1f6f8b f5f5f0 f0386b'),
  ],
  [
    'Low Tide, Four Fish',
    '2023-07-29',
    ['sea', 'panorama'],
    () =>
      tide(
        'low tide',
        1700,
        750,
        'ffe9c4 ffc35a ff9a5c ff7468 ee4f72 b83a86 fff3df 1fa39a f4442e ffd23f 3b57c8 fff3df',
      ),
    'webp',
  ],
  [
    'Night Garden, Fish',
    '2023-09-16',
    ['moon', 'fish', 'leaves'],
    () =>
      nocturne(
        'night garden',
        1000,
        1400,
        'b8255f ffe9b0 ff8f4f f4442e ff5f8f ffd23f 2aa58a f7f0df',
      ),
  ],
  [
    'Twelve Weeds, Warmer',
    '2023-11-04',
    ['leaves', 'grid'],
    () => weedGrid('twelve weeds', 4, 3, 360, 'ff5a36 ffc145 f0387a fff3df ff9f6a 7a3fa0 3fb89a'),
  ],
];

/** @type {import('../lib/work.mjs').Series} */
export const scissors = {
  name: 'Scissors',
  style: 'cut paper',
  statement: 'Painted papers, cut without drawing first and laid one over another.',
  works: cuts.map(([title, date, words, draw, format]) => ({
    title,
    date,
    keywords: ['cut paper', 'collage', ...words],
    ...(format && { format }),
    draw,
  })),
};
