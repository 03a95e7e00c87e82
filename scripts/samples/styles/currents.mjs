import { Canvas } from '../lib/canvas.mjs';
import { adjust, hex, palette } from '../lib/colour.mjs';
import { Occupancy, trace } from '../lib/flow.mjs';
import { createNoise } from '../lib/noise.mjs';
import { layOnPaper } from '../lib/paper.mjs';
import { createRandom } from '../lib/random.mjs';
import { ribbon } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {import('../lib/colour.mjs').Rgb} Rgb */
/** @typedef {import('../lib/random.mjs').Random} Random */
/**
 * @typedef {object} Stream
 * @property {string} seed @property {number} width @property {number} height
 * @property {string} ground @property {string} tones @property {string} [ink] outlines
 * @property {number} scale forms across the picture @property {number} tilt radians
 * @property {number} swing how far the direction turns, radians
 * @property {number[]} widths of the bands, pixels, the widest first
 * @property {[number, number, number]} [eye] a whirl: place in shares, strength
 */

/** Broad bands that follow one direction field, never touch, and are cut into lengths of colour. @param {Stream} stream */
function draw(stream) {
  const { seed, width, height, tones } = stream;
  const random = createRandom(seed);
  const canvas = new Canvas(width, height, hex(stream.ground));
  const seats = new Occupancy(width, height, 2);
  const field = fieldOf(stream);
  const colours = palette(tones);
  let owner = 1;
  for (const wide of stream.widths) {
    const tries = Math.round((width * height) / (wide * wide * 1.4)) + 300;
    for (let i = 0; i < tries; i++) {
      const line = bandLine(stream, field, seats, wide, owner, random);
      if (!line) continue;
      for (const [x, y] of line) seats.take(x, y, wide / 2, owner);
      drawBand(canvas, line, wide, colours, stream, random);
      owner++;
    }
  }
  layOnPaper(canvas, seed, 0.018, 12);
  return canvas;
}

/** @param {Stream} stream @returns {(x: number, y: number) => [number, number]} */
function fieldOf({ seed, width, height, scale, tilt, swing, eye }) {
  const noise = createNoise(seed);
  const size = Math.max(width, height);
  return (x, y) => {
    let angle = tilt + swing * noise.fbm((x / size) * scale, (y / size) * scale, 2, 0.3);
    if (eye) {
      const [dx, dy] = [x - eye[0] * width, y - eye[1] * height];
      const pull = Math.exp(-Math.hypot(dx, dy) / (size * 0.42)) * eye[2];
      const round = Math.atan2(dx, -dy);
      angle += Math.atan2(Math.sin(round - angle), Math.cos(round - angle)) * Math.min(1, pull);
    }
    return [Math.cos(angle), Math.sin(angle)];
  };
}

/** @param {Stream} stream @param {(x: number, y: number) => [number, number]} field @param {Occupancy} seats @param {number} wide @param {number} owner @param {Random} random */
function bandLine({ width, height }, field, seats, wide, owner, random) {
  const start = /** @type {Point} */ ([
    random.range(-0.05, 1.05) * width,
    random.range(-0.05, 1.05) * height,
  ]);
  const gap = Math.max(2.4, wide * 0.07);
  const away = (/** @type {number} */ x, /** @type {number} */ y) =>
    x < -wide ||
    y < -wide ||
    x > width + wide ||
    y > height + wide ||
    seats.taken(x, y, wide / 2 + gap, owner);
  if (away(...start)) return undefined;
  const reach = random.range(0.25, 1) * Math.max(width, height) * 0.7;
  const back = trace(
    (x, y) => {
      const [a, b] = field(x, y);
      return [-a, -b];
    },
    start,
    reach,
    4,
    away,
  );
  const line = [...back.reverse(), ...trace(field, start, reach, 4, away).slice(1)];
  return line.length * 4 > Math.max(wide * 1.7, 30) ? line : undefined;
}

/** @param {Canvas} canvas @param {Point[]} line @param {number} wide @param {Rgb[]} colours @param {Stream} stream @param {Random} random */
function drawBand(canvas, line, wide, colours, { ink }, random) {
  const kind = random.next();
  const main = random.pick(colours);
  const other = random.pick(colours.filter((colour) => colour !== main));
  let from = 0;
  let turn = 0;
  while (from < line.length - 1) {
    const length =
      kind < 0.34
        ? line.length
        : Math.max(2, Math.round((wide * random.range(0.35, kind < 0.6 ? 0.5 : 3.2)) / 4));
    const piece = line.slice(from, from + length + 1);
    const colour =
      kind < 0.34 ? main : kind < 0.6 ? (turn % 2 ? other : main) : random.pick(colours);
    if (piece.length > 1)
      canvas.fill([ribbon(piece, wide)], adjust(colour, { light: random.normal(0, 0.012) }));
    from += length;
    turn++;
  }
  if (kind > 0.9 && wide > 24)
    for (const t of [-0.25, 0.25]) canvas.fill([ribbon(aside(line, t * wide), wide * 0.1)], other);
  if (ink)
    canvas.stroke(
      [...aside(line, wide / 2), ...aside(line, -wide / 2).reverse(), aside(line, wide / 2)[0]],
      1.5,
      hex(ink),
    );
}

/** @param {Point[]} line @param {number} distance @returns {Point[]} */
function aside(line, distance) {
  return line.map(([x, y], i) => {
    const [ax, ay] = line[Math.max(0, i - 1)];
    const [bx, by] = line[Math.min(line.length - 1, i + 1)];
    const size = Math.hypot(bx - ax, by - ay) || 1;
    return [x - ((by - ay) / size) * distance, y + ((bx - ax) / size) * distance];
  });
}

/** @type {(Stream & { title: string, date: string })[]} */
const streams = [
  {
    title: 'Slow River, June',
    date: '2023-12-09',
    seed: 'slow river',
    width: 1500,
    height: 1000,
    ground: '#fff4e2',
    tones: 'ff5a36 ffb52e f0387a 1fa5a0 ffe0a8 3f63c8 ff8f6a',
    scale: 1.3,
    tilt: 0.3,
    swing: 1.7,
    widths: [92, 56, 30, 15, 7],
  },
  {
    title: 'Bright Shoal',
    date: '2024-02-03',
    seed: 'bright shoal 2',
    width: 1080,
    height: 1400,
    ground: '#fdf3e4',
    tones: 'f4442e ff8f2f ffd04a ff6f91 ffe9d0 7a3fa0 23a38a',
    scale: 1.6,
    tilt: -1.1,
    swing: 1.6,
    widths: [46, 26, 14, 8],
    eye: [0.42, 0.4, 1.5],
  },
  {
    title: 'Carnival Tide',
    date: '2024-04-20',
    seed: 'carnival',
    width: 1700,
    height: 800,
    ground: '#ffd9c2',
    tones: 'f0287a ff5a2f ffc233 fff3df 5f3fc0 19b5a5',
    scale: 2,
    tilt: 0.1,
    swing: 2.2,
    widths: [70, 38, 20, 10],
  },
  {
    title: 'Sun Wheel',
    date: '2024-06-15',
    seed: 'sun wheel',
    width: 1200,
    height: 1200,
    ground: '#ff6a45',
    tones: 'ffd23f fff1cf ff9f3f f0386b ffb199 c81f5f',
    scale: 1.1,
    tilt: 0.6,
    swing: 0.9,
    widths: [60, 36, 20, 11, 6],
    eye: [0.5, 0.5, 5],
  },
  {
    title: 'Late Summer, Many Boats',
    date: '2024-08-24',
    seed: 'many boats',
    width: 1080,
    height: 1350,
    ground: '#fff6e6',
    tones: 'ff4f3f ffb02e ff7fa0 2f9fc8 fbe3b0 f5f0e6',
    ink: '#3a1f3f',
    scale: 1.4,
    tilt: 1.25,
    swing: 1.9,
    widths: [80, 44, 22, 10],
  },
  {
    title: 'Everything at Once',
    date: '2024-11-02',
    seed: 'everything',
    width: 1600,
    height: 900,
    ground: '#fff0d9',
    tones: 'ff3f3f ff8a1f ffd21f ff5fa8 1fb8a0 3f5fd8 ffffff c83fb0',
    scale: 2.6,
    tilt: -0.2,
    swing: 2.6,
    widths: [110, 60, 34, 18, 9, 5],
  },
];

/** @type {import('../lib/work.mjs').Series} */
export const brightCurrents = {
  name: 'Bright Currents',
  style: 'flow bands',
  statement: 'The early currents again, years later: broad, warm and in full light.',
  works: streams.map((stream) => ({
    title: stream.title,
    date: stream.date,
    keywords: ['flow field', 'bands', 'colour'],
    quality: 72,
    draw: () => draw(stream),
  })),
};
