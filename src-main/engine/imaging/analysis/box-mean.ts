import type { Plane } from './plane';

/**
 * Summed-area table of a plane with a border of zeros: Crow, Summed-area tables for texture mapping, SIGGRAPH
 * 1984. The mean of any box then costs four reads.
 */
export class BoxMean {
  readonly #sums: Float64Array;
  readonly #width: number;
  readonly #height: number;

  constructor({ width, height, data }: Plane) {
    this.#width = width;
    this.#height = height;
    this.#sums = new Float64Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y++) {
      let row = 0;
      for (let x = 0; x < width; x++) {
        row += data[y * width + x]!;
        const at = (y + 1) * (width + 1) + x + 1;
        this.#sums[at] = this.#sums[at - width - 1]! + row;
      }
    }
  }

  /** Mean of the pixels at most `radius` away in x and in y, cut at the border. */
  around(x: number, y: number, radius: number): number {
    return this.box(
      Math.max(0, x - radius),
      Math.max(0, y - radius),
      Math.min(this.#width, x + radius + 1),
      Math.min(this.#height, y + radius + 1),
    );
  }

  /** Mean of columns left..right-1 in rows top..bottom-1. */
  box(left: number, top: number, right: number, bottom: number): number {
    const up = top * (this.#width + 1);
    const down = bottom * (this.#width + 1);
    const s = this.#sums;
    const sum = s[down + right]! - s[down + left]! - s[up + right]! + s[up + left]!;
    return sum / ((right - left) * (bottom - top));
  }
}
