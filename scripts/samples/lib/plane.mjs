import { coverage } from './raster.mjs';

/**
 * A single-channel picture: a stencil, a printing plate, a height.
 */
export class Plane {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.data = new Float32Array(width * height);
  }

  /** @param {(x: number, y: number) => number} at @returns {this} */
  set(at) {
    for (let y = 0, i = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++, i++) this.data[i] = at(x, y);
    }
    return this;
  }

  /**
   * Lays polygons on: where they cover, the value goes towards `value`.
   *
   * @param {readonly import('./raster.mjs').Ring[]} rings
   * @param {number | ((x: number, y: number) => number)} value
   * @returns {this}
   */
  fill(rings, value) {
    const area = coverage(rings, this.width, this.height);
    if (!area) return this;
    const at = typeof value === 'number' ? () => value : value;
    for (let y = 0; y < area.height; y++) {
      for (let x = 0; x < area.width; x++) {
        const cover = area.data[y * area.stride + x];
        if (cover === 0) continue;
        const i = (area.top + y) * this.width + area.left + x;
        this.data[i] += (at(area.left + x, area.top + y) - this.data[i]) * cover;
      }
    }
    return this;
  }

  /** The value at a place, the nearest edge's outside. @param {number} x @param {number} y */
  at(x, y) {
    const px = Math.max(0, Math.min(this.width - 1, Math.round(x)));
    const py = Math.max(0, Math.min(this.height - 1, Math.round(y)));
    return this.data[py * this.width + px];
  }

  /** The value between pixels. @param {number} x @param {number} y */
  sample(x, y) {
    const px = Math.max(0, Math.min(this.width - 1.001, x));
    const py = Math.max(0, Math.min(this.height - 1.001, y));
    const [ix, iy] = [Math.floor(px), Math.floor(py)];
    const [fx, fy] = [px - ix, py - iy];
    const i = iy * this.width + ix;
    const top = this.data[i] * (1 - fx) + this.data[i + 1] * fx;
    const below = this.data[i + this.width] * (1 - fx) + this.data[i + this.width + 1] * fx;
    return top * (1 - fy) + below * fy;
  }

  /** @returns {Plane} */
  clone() {
    const copy = new Plane(this.width, this.height);
    copy.data.set(this.data);
    return copy;
  }

  /**
   * A near-Gaussian blur: three passes of a box.
   *
   * @param {number} radius pixels, about the standard deviation @returns {Plane} a new plane
   */
  blurred(radius) {
    const out = this.clone();
    const half = Math.max(1, Math.round(radius));
    for (let pass = 0; pass < 3; pass++) {
      for (let y = 0; y < this.height; y++) boxLine(out.data, y * this.width, 1, this.width, half);
      for (let x = 0; x < this.width; x++) boxLine(out.data, x, this.width, this.height, half);
    }
    return out;
  }
}

let line = new Float32Array(4096);

/** @param {Float32Array} data @param {number} start @param {number} step @param {number} count @param {number} half */
function boxLine(data, start, step, count, half) {
  if (line.length < count) line = new Float32Array(count);
  for (let i = 0; i < count; i++) line[i] = data[start + i * step];
  const size = 2 * half + 1;
  let sum = 0;
  for (let i = -half; i <= half; i++) sum += line[Math.max(0, Math.min(count - 1, i))];
  for (let i = 0; i < count; i++) {
    data[start + i * step] = sum / size;
    sum += line[Math.min(count - 1, i + half + 1)] - line[Math.max(0, i - half)];
  }
}
