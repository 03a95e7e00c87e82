import { createRandom } from '../../lib/random.mjs';
import { Grid } from './grid.mjs';

const HALF = 7;
const TALL = 14;

/** The cells of a half that are body. @param {import('../../lib/random.mjs').Random} random */
function randomHalf(random) {
  const filled = new Set();
  for (let y = 0; y < TALL; y++) {
    for (let x = 0; x < HALF; x++) {
      const round = ((x + 0.5) / HALF) ** 2 + ((y - TALL * 0.52) / (TALL * 0.52)) ** 2;
      if (random.next() > 0.2 + round * 0.72) filled.add(y * HALF + x);
    }
  }
  for (let x = 0; x < 4; x++) for (let y = 4; y < 10; y++) filled.add(y * HALF + x);
  return (/** @type {number} */ x, /** @type {number} */ y) =>
    x >= 0 && x < HALF && y >= 0 && y < TALL && filled.has(y * HALF + x);
}

/**
 * The tone of one cell: lit on the upper left, shaded below and on the right, dark around.
 *
 * @param {(x: number, y: number) => boolean} solid @param {number} x @param {number} y
 * @param {number} side -1 left, 1 right @param {number[]} tones dark to light
 * @returns {number | undefined} nothing outside
 */
function toneAt(solid, x, y, side, tones) {
  if (solid(x, y)) {
    if (side < 0 && y < 6) return tones[3];
    return !solid(x, y + 1) || (side > 0 && x > 4) ? tones[1] : tones[2];
  }
  const beside = solid(x - 1, y) || solid(x + 1, y) || solid(x, y - 1) || solid(x, y + 1);
  return beside ? tones[0] : undefined;
}

/** A creature from a random half, mirrored, outlined and shaded. @param {Grid} g @param {number} left @param {number} top @param {import('../../lib/random.mjs').Random} random @param {number[]} tones dark to light */
function creature(g, left, top, random, tones) {
  const solid = randomHalf(random);
  for (let y = -1; y <= TALL; y++) {
    for (let x = 0; x <= HALF; x++) {
      for (const side of [-1, 1]) {
        const tone = toneAt(solid, x, y, side, tones);
        if (tone !== undefined) g.set(left + 8 + (side < 0 ? -1 - x : x), top + y + 1, tone);
      }
    }
  }
  drawFace(g, left, top, random);
}

/** @param {Grid} g @param {number} left @param {number} top @param {import('../../lib/random.mjs').Random} random */
function drawFace(g, left, top, random) {
  const eye = random.integer(4, 6);
  const apart = random.integer(1, 2);
  for (const side of [-1, 1]) {
    const px = left + 8 + (side < 0 ? -1 - apart - 1 : apart);
    g.box(px, top + eye + 1, 2, 2, 15);
    g.set(px + (side < 0 ? 1 : 0), top + eye + 2, 0);
  }
  g.box(left + 7, top + eye + 5, 2, 1, 0);
}

export function creatures() {
  const g = new Grid(
    220,
    160,
    '1c1830 ffe8c8 ffd9ae 7a2848 d8405a ff7f7a ffb09a 1f4a6a 2f8fa0 6fd0c0 a8ecd0 6a4a1a d8902a ffc84a ffe58a ffffff',
  );
  g.box(0, 0, 220, 160, 1);
  const random = createRandom('creatures 9');
  const sets = [
    [0, 3, 4, 5],
    [0, 7, 8, 9],
    [0, 11, 12, 13],
    [0, 4, 5, 6],
    [0, 8, 9, 10],
    [0, 12, 13, 14],
  ];
  for (let row = 0; row < 6; row++)
    for (let column = 0; column < 8; column++) {
      const [x, y] = [14 + column * 25, 8 + row * 25];
      g.box(x + 1, y + 18, 14, 1, 2);
      creature(g, x, y, random, sets[(column * 5 + row * 7 + random.integer(0, 1)) % 6]);
    }
  return g.enlarged(7);
}
