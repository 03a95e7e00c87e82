import sharp from 'sharp';
import { coverage } from './raster.mjs';
import { ribbon } from './shapes.mjs';

/** @typedef {import('./colour.mjs').Rgb} Rgb */
/** @typedef {import('./raster.mjs').Point} Point */
/** @typedef {Rgb | ((x: number, y: number) => Rgb)} Paint one colour, or one for every pixel */
/**
 * @typedef {object} PaintOptions
 * @property {number} [alpha] 0 to 1
 * @property {'over' | 'multiply' | 'screen' | 'add'} [mode]
 * @property {(x: number, y: number) => number} [mask] further factor, 0 to 1
 */

/** The value a channel takes under a colour, before alpha. */
const MODES = {
  over: (/** @type {number} */ _under, /** @type {number} */ v) => v,
  multiply: (/** @type {number} */ under, /** @type {number} */ v) => under * v,
  screen: (/** @type {number} */ under, /** @type {number} */ v) => under + v - under * v,
  add: (/** @type {number} */ under, /** @type {number} */ v) => under + v,
};

/** A picture of floating-point sRGB values, three to the pixel, row by row. */
export class Canvas {
  /** @param {number} width @param {number} height @param {Rgb} ground */
  constructor(width, height, ground) {
    this.width = width;
    this.height = height;
    this.data = new Float32Array(width * height * 3);
    for (let i = 0; i < this.data.length; i += 3) this.data.set(ground, i);
  }

  /**
   * Fills polygons.
   *
   * @param {readonly (readonly Point[])[]} rings @param {Paint} paint @param {PaintOptions} [options]
   */
  fill(rings, paint, { alpha = 1, mode = 'over', mask } = {}) {
    const area = coverage(rings, this.width, this.height);
    if (!area) return;
    const solid = typeof paint === 'function' ? undefined : paint;
    const mixer = MODES[mode];
    for (let y = 0; y < area.height; y++) {
      const py = area.top + y;
      for (let x = 0; x < area.width; x++) {
        let cover = area.data[y * area.stride + x] * alpha;
        if (cover < 0.002) continue;
        const px = area.left + x;
        if (mask) cover *= mask(px, py);
        this.#mix(
          (py * this.width + px) * 3,
          solid ?? /** @type {Function} */ (paint)(px, py),
          cover,
          mixer,
        );
      }
    }
  }

  /**
   * Draws a line.
   *
   * @param {readonly Point[]} line @param {number | ((t: number) => number)} width @param {Paint} paint
   * @param {PaintOptions} [options]
   */
  stroke(line, width, paint, options) {
    if (line.length > 1) this.fill([ribbon(line, width)], paint, options);
  }

  /**
   * Paints through a mask, whose upper left corner lies at `left`, `top` and which must not reach
   * over the picture's edge.
   *
   * @param {{ width: number, height: number, data: Float32Array }} mask @param {Paint} paint
   * @param {PaintOptions & { left?: number, top?: number }} [options]
   */
  stencil(mask, paint, { alpha = 1, mode = 'over', left = 0, top = 0 } = {}) {
    const mixer = MODES[mode];
    for (let i = 0; i < mask.data.length; i++) {
      const cover = mask.data[i] * alpha;
      if (cover < 0.002) continue;
      const [x, y] = [left + (i % mask.width), top + Math.floor(i / mask.width)];
      const colour = typeof paint === 'function' ? paint(x, y) : paint;
      this.#mix((y * this.width + x) * 3, colour, cover, mixer);
    }
  }

  /**
   * Visits every pixel; what the visitor returns replaces the colour.
   *
   * @param {(x: number, y: number, colour: Rgb) => Rgb} visitor
   */
  each(visitor) {
    for (let y = 0, i = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++, i += 3) {
        const colour = visitor(x, y, [this.data[i], this.data[i + 1], this.data[i + 2]]);
        this.data[i] = colour[0];
        this.data[i + 1] = colour[1];
        this.data[i + 2] = colour[2];
      }
    }
  }

  /** @returns {import('sharp').Sharp} the picture in 8 bits */
  toSharp() {
    const bytes = Buffer.alloc(this.data.length);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = Math.max(0, Math.min(255, Math.round(this.data[i] * 255)));
    }
    return sharp(bytes, { raw: { width: this.width, height: this.height, channels: 3 } });
  }

  /** @param {number} i @param {Rgb} colour @param {number} cover @param {(under: number, v: number) => number} mixer */
  #mix(i, colour, cover, mixer) {
    for (let k = 0; k < 3; k++) {
      const under = this.data[i + k];
      this.data[i + k] = under + (mixer(under, colour[k]) - under) * cover;
    }
  }
}
