import { clamp, hex, smoothstep } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { paperTooth } from '../../lib/paper.mjs';
import { ellipse, rectangle, smooth } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/canvas.mjs').Canvas} Canvas */
/** @param {Canvas} canvas @param {[number, number, number, string]} sun @param {string} seed */
export function drawSun(canvas, [x, y, radius, colour], seed) {
  const noise = createNoise(`${seed} sun`);
  canvas.fill([ellipse(x * canvas.width, y * canvas.height, radius)], hex(colour), {
    alpha: 0.9,
    mode: 'multiply',
    mask: (px, py) =>
      clamp(0.8 + 0.5 * noise.fbm(px / 60, py / 60, 3)) *
      smoothstep(y * canvas.height + radius * 1.5, y * canvas.height - radius * 0.4, py),
  });
}

/** @param {Canvas} canvas @param {number} x @param {number} y @param {number} size @param {import('../../lib/colour.mjs').Rgb} ink */
export function drawBoat(canvas, x, y, size, ink) {
  const hull = smooth([
    [x - size, y - size * 0.1],
    [x - size * 0.4, y + size * 0.1],
    [x + size * 0.4, y + size * 0.1],
    [x + size, y - size * 0.16],
  ]);
  canvas.stroke(hull, (t) => size * 0.16 * Math.sin(Math.PI * (0.08 + 0.84 * t)), ink, {
    alpha: 0.9,
  });
  canvas.stroke(
    [
      [x + size * 0.1, y],
      [x + size * 0.14, y - size * 0.42],
    ],
    size * 0.1,
    ink,
    { alpha: 0.85 },
  );
  canvas.fill([ellipse(x + size * 0.14, y - size * 0.5, size * 0.13, size * 0.06, 14)], ink, {
    alpha: 0.9,
  });
  canvas.stroke(
    [
      [x + size * 0.2, y - size * 0.3],
      [x + size * 1.05, y - size * 0.75],
    ],
    size * 0.03,
    ink,
    { alpha: 0.8 },
  );
  canvas.fill([ellipse(x, y + size * 0.34, size * 0.9, size * 0.05, 20)], ink, { alpha: 0.13 });
}

/** @param {Canvas} canvas @param {[number, number]} place @param {import('../../lib/colour.mjs').Rgb} ink @param {import('../../lib/random.mjs').Random} random */
export function drawBirds(canvas, [sx, sy], ink, random) {
  for (let i = 0; i < 9; i++) {
    const x = sx * canvas.width + i * 21 + random.normal(0, 7);
    const y = sy * canvas.height - Math.abs(i - 3) * 9 + random.normal(0, 6);
    const span = random.range(6, 11);
    canvas.stroke(
      smooth([
        [x - span, y - span * 0.45],
        [x - span * 0.35, y - span * 0.32],
        [x, y],
        [x + span * 0.4, y - span * 0.38],
        [x + span, y - span * 0.3],
      ]),
      (t) => 0.8 + 1.5 * Math.sin(Math.PI * t),
      ink,
      { alpha: 0.8 },
    );
  }
}

/** A red seal with strokes cut out of it; it says nothing. @param {Canvas} canvas @param {number} x @param {number} y @param {import('../../lib/random.mjs').Random} random */
export function drawSeal(canvas, x, y, random) {
  const size = 38;
  const noise = createNoise('seal');
  canvas.fill([rectangle(x, y, size, size)], hex('#a8321f'), {
    alpha: 0.9,
    mask: (px, py) => smoothstep(-0.75, -0.35, noise.fbm(px / 7, py / 7, 3)),
  });
  for (let i = 0; i < 4; i++) {
    const row = y + 7 + i * 8;
    const inset = random.range(5, 12);
    canvas.fill(
      [rectangle(x + inset, row - 1.3, size - inset - random.range(5, 12), 2.6)],
      hex('#e4d7bd'),
      { alpha: 0.9 },
    );
  }
  const column = x + random.range(13, 24);
  canvas.fill([rectangle(column, y + 6, 2.6, size - 12)], hex('#e4d7bd'), { alpha: 0.9 });
}

/** @param {Canvas} canvas @param {string} seed */
export function age(canvas, seed) {
  const tooth = paperTooth(seed, 7);
  const stain = createNoise(`${seed} stain`);
  const { width, height } = canvas;
  canvas.each((x, y, [r, g, b]) => {
    const rim = Math.min(x, y, width - x, height - y) / Math.min(width, height);
    const shade =
      1 + 0.022 * tooth(x, y) + 0.04 * stain.fbm(x / 400, y / 400, 3) - 0.09 * Math.exp(-rim * 14);
    return [r * shade, g * shade, b * (shade - 0.012)];
  });
}
