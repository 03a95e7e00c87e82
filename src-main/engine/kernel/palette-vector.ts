import { normalise } from './cosine';

/** Middles of the cells; closer together near grey, where most paint lies and eyes tell most apart. */
const LIGHTNESS = [0.1, 0.3, 0.5, 0.7, 0.9];
const CHROMATIC = [-0.2, -0.1, -0.04, 0, 0.04, 0.1, 0.2];

/** Length of a palette vector. */
export const PALETTE_DIM = LIGHTNESS.length * CHROMATIC.length * CHROMATIC.length;

/**
 * The colours of a picture as one vector: a histogram over OKLab in which every colour is shared out between the
 * eight nearest cells (trilinear), then square-rooted, so that the cosine of two vectors is the Bhattacharyya
 * coefficient of the two histograms (Bhattacharyya 1943; the trick as in Arandjelović & Zisserman, Three
 * things everyone should know, CVPR 2012, section 3).
 *
 * @param colours rows of OKLab
 * @param weights share of each row, >= 0
 * @returns PALETTE_DIM numbers >= 0 of length 1 (all 0 when no colour has any weight)
 */
export function paletteVector(colours: Float32Array, weights: ArrayLike<number>): Float32Array {
  const cells = new Float64Array(PALETTE_DIM);
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! > 0)
      spread(cells, weights[i]!, colours[3 * i]!, colours[3 * i + 1]!, colours[3 * i + 2]!);
  }
  return normalise(Float32Array.from(cells, Math.sqrt));
}

function spread(cells: Float64Array, weight: number, l: number, a: number, b: number): void {
  const side = CHROMATIC.length;
  const [x, y, z] = [locate(LIGHTNESS, l), locate(CHROMATIC, a), locate(CHROMATIC, b)];
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [x - i, y - j, z - k];
  for (let corner = 0; corner < 8; corner++) {
    const [p, q, r] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const share = (p ? u : 1 - u) * (q ? v : 1 - v) * (r ? w : 1 - w);
    if (share > 0) cells[((i + p) * side + j + q) * side + k + r]! += weight * share;
  }
}

/** Where a value lies among the knots, as a fractional index; clamped to the ends. */
function locate(knots: readonly number[], value: number): number {
  let i = 0;
  while (i < knots.length - 2 && value >= knots[i + 1]!) i++;
  const from = knots[i]!;
  return i + Math.min(1, Math.max(0, (value - from) / (knots[i + 1]! - from)));
}
