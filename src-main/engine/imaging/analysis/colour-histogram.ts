import type { OklabPlanes } from '../../kernel/oklab-planes';

/** The colours of a picture without their places: one row for each occupied cell of a grid over OKLab. */
export interface ColourHistogram {
  /** Mean OKLab of the pixels in each cell, three numbers a row. */
  colours: Float32Array;
  /** Share of the picture's pixels, summing to 1. */
  shares: Float32Array;
}

const SIDE = 16;
/** sRGB spans a = -0.234..0.276 and b = -0.312..0.199. */
const A_FROM = -0.24;
const B_FROM = -0.32;
const STEP = 0.52 / SIDE;

/** At most 16 x 16 x 16 rows, usually a few hundred. */
export function colourHistogram({ l, a, b }: OklabPlanes): ColourHistogram {
  const counts = new Uint32Array(SIDE ** 3);
  const sums = new Float64Array(3 * SIDE ** 3);
  for (let i = 0; i < l.length; i++) {
    const cell =
      (level(l[i]! * SIDE) * SIDE + level((a[i]! - A_FROM) / STEP)) * SIDE +
      level((b[i]! - B_FROM) / STEP);
    counts[cell]!++;
    sums[3 * cell]! += l[i]!;
    sums[3 * cell + 1]! += a[i]!;
    sums[3 * cell + 2]! += b[i]!;
  }
  return compact(counts, sums, l.length);
}

function level(value: number): number {
  return value <= 0 ? 0 : value >= SIDE ? SIDE - 1 : value | 0;
}

function compact(counts: Uint32Array, sums: Float64Array, pixels: number): ColourHistogram {
  let rows = 0;
  for (const count of counts) if (count > 0) rows++;
  const colours = new Float32Array(3 * rows);
  const shares = new Float32Array(rows);
  for (let cell = 0, row = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    if (count === 0) continue;
    shares[row] = count / pixels;
    for (let d = 0; d < 3; d++) colours[3 * row + d] = sums[3 * cell + d]! / count;
    row++;
  }
  return { colours, shares };
}
