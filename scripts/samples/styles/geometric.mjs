import { Canvas } from '../lib/canvas.mjs';
import { adjust, blend, palette } from '../lib/colour.mjs';
import { layOnPaper } from '../lib/paper.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, rectangle, rotate, sector } from '../lib/shapes.mjs';

/** @typedef {import('../lib/colour.mjs').Rgb} Rgb */

/** Nested squares after Albers' proportions (10 : 7 : 4, low in the field). @param {number} size @param {string} tones @param {string} seed */
function homage(size, tones, seed) {
  const colours = palette(tones);
  const canvas = new Canvas(size, size, colours[0]);
  const unit = size / 20;
  const steps =
    colours.length === 4
      ? [
          [8, 3],
          [6, 2],
          [4, 1],
        ].map(([half, low]) => [half * 2, low])
      : [
          [14, 1.5],
          [8, 3],
        ];
  steps.forEach(([side], k) => {
    const drop = (20 - side) / 2;
    canvas.fill(
      [rectangle(drop * unit, drop * 1.5 * unit, side * unit, side * unit)],
      colours[k + 1],
    );
  });
  if (seed) layOnPaper(canvas, seed, 0.012, 16);
  return canvas;
}

/** Quarter discs, half discs and rings on a grid. @param {string} seed @param {number} columns @param {number} rows @param {number} cell @param {string} tones */
function quarters(seed, columns, rows, cell, tones) {
  const random = createRandom(seed);
  const colours = palette(tones);
  const canvas = new Canvas(columns * cell, rows * cell, colours[0]);
  for (let i = 0; i < columns * rows; i++) {
    const [x, y] = [(i % columns) * cell, Math.floor(i / columns) * cell];
    const [ground, figure, third] = random.shuffle(colours);
    canvas.fill([rectangle(x, y, cell, cell)], ground);
    const corner = random.integer(0, 3);
    const [cx, cy] = [
      [x, y],
      [x + cell, y],
      [x + cell, y + cell],
      [x, y + cell],
    ][corner];
    const from = (corner * Math.PI) / 2;
    const kind = random.next();
    if (kind < 0.42) canvas.fill([sector(cx, cy, 0, cell, from, from + Math.PI / 2)], figure);
    else if (kind < 0.66) {
      for (const [k, r] of [1, 0.75, 0.5, 0.25].entries())
        canvas.fill(
          [sector(cx, cy, 0, cell * r, from, from + Math.PI / 2)],
          k % 2 ? ground : figure,
        );
    } else if (kind < 0.84) {
      canvas.fill([ellipse(x + cell / 2, y + cell / 2, cell * 0.5)], figure);
      canvas.fill([sector(x + cell / 2, y + cell / 2, 0, cell * 0.5, from, from + Math.PI)], third);
    } else if (kind < 0.94)
      canvas.fill(
        [
          [
            [x, y],
            [x + cell, y],
            [x, y + cell],
          ],
        ],
        figure,
      );
    else canvas.fill([ellipse(x + cell / 2, y + cell / 2, cell * 0.22)], figure);
  }
  layOnPaper(canvas, seed, 0.016, 14);
  return canvas;
}

/** Transparent planes, bars and a great disc on the diagonal. @param {string} seed @param {number} width @param {number} height @param {string} tones */
function construction(seed, width, height, tones) {
  const random = createRandom(seed);
  const [ground, ink, ...colours] = palette(tones);
  const canvas = new Canvas(width, height, ground);
  const lean = -0.62;
  const size = Math.min(width, height);
  const bar = (
    /** @type {number} */ cx,
    /** @type {number} */ cy,
    /** @type {number} */ long,
    /** @type {number} */ wide,
    /** @type {number} */ angle,
  ) => rotate(rectangle(cx - long / 2, cy - wide / 2, long, wide), angle, cx, cy);
  canvas.fill([ellipse(width * 0.6, height * 0.38, size * 0.29)], colours[0]);
  canvas.fill(
    [sector(width * 0.6, height * 0.38, 0, size * 0.29, lean, lean + Math.PI)],
    blend(colours[0], ink, 0.22),
  );
  canvas.fill([bar(width * 0.46, height * 0.56, size * 1.15, size * 0.12, lean)], ink);
  canvas.fill([bar(width * 0.62, height * 0.62, size * 0.8, size * 0.075, lean)], colours[1], {
    mode: 'multiply',
    alpha: 0.95,
  });
  canvas.fill(
    [bar(width * 0.33, height * 0.42, size * 0.52, size * 0.2, lean + Math.PI / 2)],
    colours[2],
    { mode: 'multiply', alpha: 0.9 },
  );
  for (let i = 0; i < 9; i++) {
    const t = i / 8;
    canvas.fill(
      [
        bar(
          width * (0.2 + 0.1 * t),
          height * (0.86 - 0.02 * t) - i * size * 0.022,
          size * (0.46 - 0.035 * i),
          size * 0.005,
          lean,
        ),
      ],
      ink,
    );
  }
  canvas.fill([sector(width * 0.24, height * 0.24, size * 0.1, size * 0.116, 0.4, 5)], ink);
  canvas.fill([ellipse(width * 0.24, height * 0.24, size * 0.05)], colours[1]);
  for (let i = 0; i < 5; i++)
    canvas.fill(
      [
        bar(
          width * 0.82,
          height * (0.76 + 0.03 * i),
          size * random.range(0.08, 0.2),
          size * 0.011,
          0,
        ),
      ],
      i === 2 ? colours[1] : ink,
    );
  canvas.fill([bar(width * 0.78, height * 0.18, size * 0.62, size * 0.004, lean)], ink);
  canvas.fill([bar(width * 0.5, height * 0.5, size * 1.7, size * 0.003, lean + Math.PI / 2)], ink);
  layOnPaper(canvas, seed, 0.025, 9);
  return canvas;
}

/** Discs of broken rings, one across another. @param {string} seed @param {number} width @param {number} height @param {string} tones @param {[number, number, number][]} discs */
function simultaneous(seed, width, height, tones, discs) {
  const random = createRandom(seed);
  const colours = palette(tones);
  const canvas = new Canvas(width, height, colours[0]);
  for (const [sx, sy, sr] of discs) {
    const [x, y, outer] = [sx * width, sy * height, sr * Math.min(width, height)];
    const rings = Math.max(3, Math.round(sr * 18));
    const turn = random.pick([0, Math.PI / 4, Math.PI / 2]);
    for (let ring = rings; ring >= 1; ring--) {
      const order = random.shuffle(colours);
      for (let quarter = 0; quarter < 4; quarter++) {
        const from = turn + (quarter * Math.PI) / 2;
        canvas.fill(
          [sector(x, y, 0, (outer * ring) / rings, from, from + Math.PI / 2 + 0.002)],
          order[quarter % order.length],
        );
      }
    }
  }
  layOnPaper(canvas, seed, 0.02, 18);
  return canvas;
}

/** Stripes whose width and place follow a wave, as in op art. @param {number} width @param {number} height @param {string} tones */
function waves(width, height, tones) {
  const colours = palette(tones);
  const canvas = new Canvas(width, height, colours[0]);
  const bands = 58;
  const place = (/** @type {number} */ k, /** @type {number} */ y) => {
    const t = k / bands;
    const swing = Math.sin(y * 0.0062 + t * 5.2) * (0.022 + 0.028 * Math.sin(Math.PI * t));
    return width * (t + swing + 0.035 * Math.sin(t * 12.6));
  };
  for (let k = -2; k < bands + 2; k++) {
    const edge = (/** @type {number} */ at) =>
      Array.from(
        { length: 90 },
        (_, i) =>
          /** @type {[number, number]} */ ([place(at, (i * height) / 89), (i * height) / 89]),
      );
    canvas.fill(
      [[...edge(k), ...edge(k + 0.62).reverse()]],
      colours[1 + (((k % (colours.length - 1)) + colours.length - 1) % (colours.length - 1))],
    );
  }
  return canvas;
}

/** Squares that lose their order towards the foot. @param {string} seed @param {number} width @param {number} height @param {string} tones */
function disorder(seed, width, height, tones) {
  const random = createRandom(seed);
  const [ground, ...colours] = palette(tones);
  const canvas = new Canvas(width, height, ground);
  const [columns, cell] = [9, width / 10.4];
  const rows = Math.floor((height - cell * 1.4) / cell);
  for (let i = 0; i < columns * rows; i++) {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const loss = (row / rows) ** 2.2;
    const [cx, cy] = [
      (column + 1.2) * cell + random.normal(0, cell * 0.34 * loss),
      (row + 1.2) * cell + random.normal(0, cell * 0.34 * loss),
    ];
    const angle = random.normal(0, 0.75 * loss);
    const colour = random.pick(colours);
    for (const [k, share] of [0.94, 0.66, 0.38].entries()) {
      const side = cell * share;
      const tone = k === 1 ? blend(colour, ground, 0.55) : k === 2 ? random.pick(colours) : colour;
      canvas.fill(
        [
          rotate(
            rectangle(cx - side / 2, cy - side / 2, side, side),
            angle * (1 + k * 0.4),
            cx,
            cy,
          ),
        ],
        tone,
        { alpha: 0.96 },
      );
    }
  }
  layOnPaper(canvas, seed, 0.018, 12);
  return canvas;
}

/** Interlaced half rings, as cut by a protractor. @param {string} seed @param {number} size @param {string} tones */
function protractor(seed, size, tones) {
  const random = createRandom(seed);
  const [line, ...colours] = palette(tones);
  const canvas = new Canvas(size * 2, size, colours[0]);
  const half = size / 2;
  const fans = /** @type {[number, number, number][]} */ (
    [0, 1, 2, 3, 4].flatMap((i) => [
      [half * i, 0, 0],
      [half * i, size, -Math.PI],
      [half * i, half, i % 2 ? 0 : -Math.PI],
    ])
  );
  for (const [cx, cy, from] of fans) {
    const order = random.shuffle(colours);
    for (let ring = 5; ring >= 1; ring--) {
      const outer = (half * 0.98 * ring) / 5;
      canvas.fill([sector(cx, cy, 0, outer, from, from + Math.PI)], line);
      canvas.fill(
        [sector(cx, cy, 0, outer - 4, from, from + Math.PI)],
        adjust(order[ring % order.length], { light: random.normal(0, 0.01) }),
      );
    }
  }
  layOnPaper(canvas, seed, 0.016, 16);
  return canvas;
}

/** @type {import('../lib/work.mjs').Series} */
export const intervals = {
  name: 'Intervals',
  style: 'geometric abstraction',
  statement: 'Flat colour, plain figures: what one colour does to its neighbour.',
  works: [
    {
      title: 'Interval in Umber',
      date: '2019-02-16',
      keywords: ['geometric', 'squares'],
      format: 'tif',
      draw: () => homage(1000, '3a2c24 5f4433 a0693c', ''),
    },
    {
      title: 'Construction on the Diagonal',
      date: '2019-06-29',
      keywords: ['geometric', 'constructivist'],
      draw: () => construction('diagonal', 1080, 1400, 'ece0c8 1b1a19 d9412b e8a33a 2f6f8f'),
    },
    {
      title: 'Interval in Vermilion',
      date: '2019-10-05',
      keywords: ['geometric', 'squares'],
      quality: 88,
      draw: () => homage(1100, 'f6b73c f2812e e4482a c41f2f', 'vermilion'),
    },
    {
      title: 'Forty-Eight Quarters',
      date: '2020-02-22',
      keywords: ['geometric', 'grid'],
      quality: 82,
      draw: () => quarters('forty-eight', 8, 6, 180, 'f2e8d5 e8452c f4b32f 1f6f78 24303a f7a6a0'),
    },
    {
      title: 'Simultaneous Discs',
      date: '2020-05-03',
      keywords: ['geometric', 'discs'],
      draw: () =>
        simultaneous('discs', 1200, 1500, 'f3d9a8 e8412f f59a2f 2f7fb8 1f3f6f f7c9c0 3fa37a', [
          [0.3, 0.24, 0.42],
          [0.8, 0.5, 0.46],
          [0.32, 0.78, 0.4],
          [0.66, 0.14, 0.17],
          [0.72, 0.86, 0.16],
        ]),
    },
    {
      title: 'Warm Interference',
      date: '2020-10-11',
      keywords: ['geometric', 'op art', 'stripes'],
      format: 'png',
      draw: () => waves(1600, 900, 'fff3df f0452a ff8f3f 2a9d8f ffc44f d81f5f'),
    },
    {
      title: 'Losing Order',
      date: '2021-01-30',
      keywords: ['geometric', 'squares', 'chance'],
      quality: 78,
      draw: () => disorder('losing order', 1080, 1440, 'fbeedb e63e30 f6a02d 2b8a9a f27a9a 3b3f8f'),
    },
    {
      title: 'Two Protractors',
      date: '2021-04-18',
      keywords: ['geometric', 'arcs', 'panorama'],
      quality: 80,
      draw: () => protractor('protractor', 850, 'fdf6e8 ff5a36 ffb02e 12a5a0 f0387a 3f6fd8 f9d56e'),
    },
  ],
};
