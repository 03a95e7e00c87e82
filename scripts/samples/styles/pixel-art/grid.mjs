import sharp from 'sharp';
import { palette } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** A small picture of palette numbers. */
export class Grid {
  /** @param {number} width @param {number} height @param {string} colours */
  constructor(width, height, colours) {
    this.width = width;
    this.height = height;
    this.colours = palette(colours);
    this.cells = new Uint8Array(width * height);
  }

  /** @param {number} x @param {number} y @param {number} colour */
  set(x, y, colour) {
    [x, y] = [Math.floor(x), Math.floor(y)];
    if (x >= 0 && y >= 0 && x < this.width && y < this.height)
      this.cells[y * this.width + x] = colour;
  }

  /** @param {number} x @param {number} y */
  get(x, y) {
    return this.cells[
      Math.max(0, Math.min(this.height - 1, y)) * this.width +
        Math.max(0, Math.min(this.width - 1, x))
    ];
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} colour */
  box(x, y, w, h, colour) {
    for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) this.set(x + i, y + j, colour);
  }

  /** @param {number} cx @param {number} cy @param {number} r @param {number | ((x: number, y: number) => number)} colour */
  disc(cx, cy, r, colour) {
    for (let y = -r; y <= r; y++) {
      for (let x = -r; x <= r; x++) {
        if (x * x + y * y > r * r + r * 0.6) continue;
        this.set(cx + x, cy + y, typeof colour === 'number' ? colour : colour(x, y));
      }
    }
  }

  /** Colours in steps from top to bottom, dithered by Bayer's matrix. @param {number} top @param {number} bottom @param {number[]} steps */
  sky(top, bottom, steps) {
    for (let y = top; y < bottom; y++) {
      for (let x = 0; x < this.width; x++)
        this.set(
          x,
          y,
          this.dithered(((y - top) / (bottom - top)) * (steps.length - 1), x, y, steps),
        );
    }
  }

  /** @param {number} level 0 to steps - 1 @param {number} x @param {number} y @param {number[]} steps */
  dithered(level, x, y, steps) {
    const lift = (BAYER[(y & 3) * 4 + (x & 3)] + 0.5) / 16;
    return steps[Math.max(0, Math.min(steps.length - 1, Math.floor(level + lift)))];
  }

  /** Everything below an edge. @param {(x: number) => number} edge @param {(x: number, y: number, depth: number) => number} colour @param {number} [floor] */
  land(edge, colour, floor = this.height) {
    for (let x = 0; x < this.width; x++) {
      const top = Math.round(edge(x));
      for (let y = Math.max(0, top); y < floor; y++) this.set(x, y, colour(x, y, y - top));
    }
  }

  /** @param {number} scale @returns {import('sharp').Sharp} */
  enlarged(scale) {
    const bytes = Buffer.alloc(this.cells.length * 3);
    this.cells.forEach((cell, i) =>
      this.colours[cell].forEach((v, k) => (bytes[i * 3 + k] = Math.round(v * 255))),
    );
    return sharp(bytes, { raw: { width: this.width, height: this.height, channels: 3 } }).resize(
      this.width * scale,
      this.height * scale,
      { kernel: 'nearest' },
    );
  }
}

/** @param {string} seed @param {number} base @param {number} relief @param {number} scale @param {boolean} [sharpCrest] */
export function edgeOf(seed, base, relief, scale, sharpCrest = false) {
  const noise = createNoise(seed);
  return (/** @type {number} */ x) =>
    base - relief * (sharpCrest ? noise.ridged(x / scale, 2.2, 4) : noise.fbm(x / scale, 2.2, 4));
}

/** Mirrors what is above the line, broken up. @param {Grid} grid @param {number} level @param {(colour: number) => number} tone @param {string} seed */
export function reflect(grid, level, tone, seed) {
  const noise = createNoise(seed);
  for (let y = level; y < grid.height; y++) {
    const shift = Math.round(2.2 * noise.at(y / 1.7, 3) * (1 + (y - level) / 30));
    for (let x = 0; x < grid.width; x++)
      grid.set(x, y, tone(grid.get(x + shift, 2 * level - y - 1)));
  }
}
