import { Canvas } from '../lib/canvas.mjs';
import { clamp, hex } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { Plane } from '../lib/plane.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, rectangle, ribbon, rotate, smooth } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('../lib/random.mjs').Random} Random */

/** A table on which painted papers are laid. */
class Table {
  /** @param {string} seed @param {number} width @param {number} height @param {string} ground */
  constructor(seed, width, height, ground) {
    this.canvas = new Canvas(width, height, hex(ground));
    this.random = createRandom(seed);
    this.gouache = createNoise(`gouache ${seed}`);
    this.seed = seed;
    this.sheets = 0;
    this.lay([rectangle(-30, -30, width + 60, height + 60)], ground);
  }

  /**
   * Lays a paper down; it throws a shadow and shows a lit edge.
   *
   * @param {readonly (readonly Point[])[]} pieces outlines that belong to one paper
   * @param {string} colour @param {number} [lift] pixels above what lies below
   */
  lay(pieces, colour, lift = 5) {
    const place = this.#frame(pieces, lift * 4 + 4);
    const shape = new Plane(place.width, place.height);
    for (const piece of pieces) {
      const outline = cut(piece, this.random);
      shape.fill(
        [outline.map(([x, y]) => /** @type {Point} */ ([x - place.left, y - place.top]))],
        1,
      );
    }
    const soft = shape.blurred(lift * 0.9);
    const shadow = moved(soft, Math.round(lift * 0.7), Math.round(lift));
    this.canvas.stencil(shadow, [0.16, 0.09, 0.1], { ...place, alpha: 0.36, mode: 'multiply' });
    this.#brush(shape, colour, place);
    this.canvas.stencil(without(shape, moved(shape, 2, 2)), [1, 0.99, 0.95], {
      ...place,
      alpha: 0.4,
    });
    this.canvas.stencil(without(shape, moved(shape, -2, -2)), [0.2, 0.12, 0.14], {
      ...place,
      alpha: 0.22,
    });
  }

  /** The part of the table that a paper and its shadow need. @param {readonly (readonly Point[])[]} pieces @param {number} margin */
  #frame(pieces, margin) {
    const xs = pieces.flatMap((piece) => piece.map(([x]) => x));
    const ys = pieces.flatMap((piece) => piece.map(([, y]) => y));
    const left = Math.floor(clamp(Math.min(...xs) - margin, 0, this.canvas.width - 1));
    const top = Math.floor(clamp(Math.min(...ys) - margin, 0, this.canvas.height - 1));
    const right = Math.ceil(clamp(Math.max(...xs) + margin, left + 1, this.canvas.width));
    const bottom = Math.ceil(clamp(Math.max(...ys) + margin, top + 1, this.canvas.height));
    return { left, top, width: right - left, height: bottom - top };
  }

  /** Gouache goes on in strokes and never quite evenly. @param {Plane} mask @param {string} colour @param {{ left: number, top: number }} place */
  #brush(mask, colour, place) {
    const base = hex(colour);
    const shift = this.sheets++ * 57;
    const turn = this.random.range(0, 3.14);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    this.canvas.stencil(
      mask,
      (x, y) => {
        const [u, v] = [x * cos - y * sin, x * sin + y * cos];
        const stroke = this.gouache.fbm(u / 190 + shift, v / 10, 3);
        const pool = this.gouache.fbm(x / 130 + shift, y / 130, 2);
        const lightness = 1 + 0.045 * stroke + 0.05 * pool;
        return /** @type {import('../lib/colour.mjs').Rgb} */ (
          base.map((c) => clamp(c * lightness))
        );
      },
      place,
    );
  }
}

/** @param {Plane} plane @param {number} dx @param {number} dy */
function moved(plane, dx, dy) {
  return new Plane(plane.width, plane.height).set((x, y) => plane.at(x - dx, y - dy));
}

/** @param {Plane} plane @param {Plane} other */
function without(plane, other) {
  const out = plane.clone();
  other.data.forEach((v, i) => (out.data[i] = Math.max(0, out.data[i] - v)));
  return out;
}

/** Scissors turn in short straights: the outline keeps small facets. @param {readonly Point[]} outline @param {Random} random @returns {Point[]} */
function cut(outline, random) {
  return outline.map(([x, y]) => [x + random.normal(0, 0.7), y + random.normal(0, 0.7)]);
}

/**
 * A frond of rounded fingers along a bent stem.
 *
 * @param {Random} random @param {number} x foot @param {number} y foot @param {number} angle @param {number} length
 * @param {number} fingers on a side @param {number} [reach] share of the length @returns {Point[][]}
 */
function frond(random, x, y, angle, length, fingers, reach = 0.36) {
  const bend = random.normal(0, 0.35);
  const spine = Array.from({ length: 24 }, (_, i) => {
    const t = i / 23;
    const a = angle + bend * t;
    return /** @type {Point} */ ([x + Math.cos(a) * length * t, y + Math.sin(a) * length * t]);
  });
  const pieces = [
    ribbon(spine, (t) => length * (0.12 * (1 - t) + 0.05 * Math.sin(Math.PI * t) + 0.03)),
  ];
  for (let i = 0; i < fingers; i++) {
    const t = 0.12 + (0.8 * i) / Math.max(1, fingers - 1);
    const [px, py] = spine[Math.min(23, Math.round(t * 23))];
    for (const side of [-1, 1]) {
      const a = angle + bend * t + side * (1.12 - 0.5 * t) + random.normal(0, 0.08);
      const long =
        length *
        reach *
        (0.45 + 0.75 * Math.sin(Math.PI * (0.15 + 0.72 * t))) *
        random.range(0.85, 1.12);
      pieces.push(finger(px, py, a, long, length * 0.105 * random.range(0.85, 1.2), side * 0.35));
    }
  }
  pieces.push(finger(...spine[21], angle + bend, length * 0.2, length * 0.1, 0));
  return pieces;
}

/** @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} wide @param {number} curl @returns {Point[]} */
function finger(x, y, angle, length, wide, curl) {
  const line = Array.from({ length: 12 }, (_, i) => {
    const t = i / 11;
    const a = angle - curl * t;
    return /** @type {Point} */ ([x + Math.cos(a) * length * t, y + Math.sin(a) * length * t]);
  });
  return ribbon(
    line,
    (t) =>
      wide *
      (0.62 + 0.75 * t) *
      Math.sqrt(Math.max(0.0001, 1 - Math.max(0, (t - 0.72) / 0.28) ** 2)),
  );
}

/** @param {Random} random @param {number} x @param {number} y @param {number} r @param {number} [count] @param {number} [rough] @returns {Point[]} */
function pebble(random, x, y, r, count = 8, rough = 0.22) {
  return smooth(
    Array.from({ length: count }, (_, i) => {
      const a = (i / count) * 6.2832;
      const s = r * (1 + random.normal(0, rough));
      return /** @type {Point} */ ([x + s * Math.cos(a), y + s * Math.sin(a)]);
    }),
    true,
    8,
  );
}

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

/** @param {number} x @param {number} y @param {number} s @param {number} a @returns {Point[][]} */
function bird(x, y, s, a) {
  const part = (/** @type {Point[]} */ points) =>
    rotate(
      smooth(
        points.map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s])),
        true,
        6,
      ),
      a,
      x,
      y,
    );
  return [
    part([
      [-0.62, 0.04],
      [-0.3, -0.09],
      [0.1, -0.13],
      [0.42, -0.12],
      [0.55, -0.06],
      [0.7, -0.04],
      [0.54, 0.01],
      [0.3, 0.1],
      [-0.1, 0.12],
    ]),
    part([
      [-0.05, -0.06],
      [0.24, -0.08],
      [0.16, -0.34],
      [-0.06, -0.56],
      [-0.36, -0.72],
      [-0.22, -0.42],
    ]),
    part([
      [-0.08, 0.04],
      [0.18, 0.05],
      [0.02, 0.28],
      [-0.24, 0.46],
      [-0.46, 0.52],
      [-0.24, 0.26],
    ]),
    part([
      [-0.5, 0.06],
      [-0.55, -0.03],
      [-0.9, -0.12],
      [-0.8, 0.02],
      [-0.92, 0.15],
    ]),
  ];
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

/** @param {number} x @param {number} y @param {number} s @param {number} a @returns {Point[][]} */
function fish(x, y, s, a) {
  const part = (/** @type {Point[]} */ points) =>
    rotate(
      smooth(
        points.map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s])),
        true,
        6,
      ),
      a,
      x,
      y,
    );
  return [
    part([
      [-0.8, 0],
      [-0.3, -0.36],
      [0.35, -0.36],
      [0.85, 0],
      [0.35, 0.36],
      [-0.3, 0.36],
    ]),
    part([
      [-0.6, 0],
      [-1.25, -0.45],
      [-1.05, 0],
      [-1.25, 0.45],
    ]),
  ];
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
