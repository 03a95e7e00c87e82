/** @typedef {import('./raster.mjs').Point} Point */

/**
 * Follows a direction field.
 *
 * @param {(x: number, y: number) => readonly [number, number]} field unit vectors
 * @param {Point} start @param {number} length pixels @param {number} [step] pixels
 * @param {(x: number, y: number) => boolean} [stop] ends the line where true
 * @returns {Point[]}
 */
export function trace(field, [x, y], length, step = 4, stop = () => false) {
  /** @type {Point[]} */
  const line = [[x, y]];
  for (let travelled = 0; travelled < length; travelled += step) {
    const [ax, ay] = field(x, y);
    const [bx, by] = field(x + (ax * step) / 2, y + (ay * step) / 2);
    x += bx * step;
    y += by * step;
    if (stop(x, y)) break;
    line.push([x, y]);
  }
  return line;
}

/** Remembers where lines lie, so that others keep their distance. */
export class Occupancy {
  /** @param {number} width @param {number} height @param {number} cell pixels */
  constructor(width, height, cell) {
    this.cell = cell;
    this.columns = Math.ceil(width / cell) + 2;
    this.rows = Math.ceil(height / cell) + 2;
    this.owner = new Int32Array(this.columns * this.rows);
  }

  /** Whether somebody other than `owner` lies within the radius. @param {number} x @param {number} y @param {number} radius @param {number} owner */
  taken(x, y, radius, owner) {
    return this.#visit(x, y, radius, (i) => this.owner[i] !== 0 && this.owner[i] !== owner);
  }

  /** @param {number} x @param {number} y @param {number} radius @param {number} owner */
  take(x, y, radius, owner) {
    this.#visit(x, y, radius, (i) => {
      if (this.owner[i] === 0) this.owner[i] = owner;
      return false;
    });
  }

  /** @param {number} x @param {number} y @param {number} radius @param {(i: number) => boolean} test */
  #visit(x, y, radius, test) {
    const reach = radius / this.cell;
    const [cx, cy] = [x / this.cell + 1, y / this.cell + 1];
    const top = Math.max(0, Math.floor(cy - reach));
    const bottom = Math.min(this.rows - 1, Math.ceil(cy + reach));
    const left = Math.max(0, Math.floor(cx - reach));
    const right = Math.min(this.columns - 1, Math.ceil(cx + reach));
    for (let j = top; j <= bottom; j++) {
      for (let i = left; i <= right; i++) {
        if (Math.hypot(i - cx, j - cy) <= reach && test(j * this.columns + i)) return true;
      }
    }
    return false;
  }
}
