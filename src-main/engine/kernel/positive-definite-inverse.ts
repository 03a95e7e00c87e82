const TILE = 4;

/**
 * Inverse of a symmetric positive definite matrix by its Cholesky factor: `A = L L'`, `U = L^-T`, `A^-1 = U U'` (Golub & Van
 * Loan, Matrix Computations, 4th edition, sections 4.2.5 and 3.1). All three steps are sums along rows, taken for tiles of
 * 4 x 4 results at once, which reads every number four times less often. n^3 / 2 multiplications.
 *
 * @param matrix n x n, row-major; only its lower triangle is read
 * @returns n x n, symmetric
 * @throws RangeError when the matrix is not positive definite
 */
export function positiveDefiniteInverse(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n) throw new RangeError(`Expected ${n * n} numbers`);
  // A border of the identity makes the side a multiple of the tile and changes nothing within.
  const side = Math.ceil(n / TILE) * TILE;
  const lower = new Float64Array(side * side);
  for (let i = 0; i < n; i++) lower.set(matrix.subarray(i * n, i * n + i + 1), i * side);
  for (let i = n; i < side; i++) lower[i * side + i] = 1;
  factorise(lower, side);
  const upper = invertedTranspose(lower, side);
  return squared(upper, side, n);
}

/** Sums of products of rows a..a+3 of `left` with rows b..b+3 of `right`, over columns from..to-1. */
function tileOfDots(
  left: Float64Array,
  a: number,
  right: Float64Array,
  b: number,
  [side, from, to]: readonly [number, number, number],
  sums: Float64Array,
): void {
  twoColumns(left, a * side, right, b * side, side, from, to, sums, 0);
  twoColumns(left, a * side, right, (b + 2) * side, side, from, to, sums, 2);
}

/** Half a tile, because eight sums and six factors just fit into the registers of a processor. */
function twoColumns(
  left: Float64Array,
  a0: number,
  right: Float64Array,
  b0: number,
  side: number,
  from: number,
  to: number,
  sums: Float64Array,
  column: number,
): void {
  const [a1, a2, a3, b1] = [a0 + side, a0 + 2 * side, a0 + 3 * side, b0 + side];
  let s00 = 0,
    s01 = 0,
    s10 = 0,
    s11 = 0,
    s20 = 0,
    s21 = 0,
    s30 = 0,
    s31 = 0;
  for (let k = from; k < to; k++) {
    const x = right[b0 + k]!;
    const y = right[b1 + k]!;
    const p = left[a0 + k]!;
    s00 += p * x;
    s01 += p * y;
    const q = left[a1 + k]!;
    s10 += q * x;
    s11 += q * y;
    const r = left[a2 + k]!;
    s20 += r * x;
    s21 += r * y;
    const s = left[a3 + k]!;
    s30 += s * x;
    s31 += s * y;
  }
  sums[column] = s00;
  sums[column + 1] = s01;
  sums[column + 4] = s10;
  sums[column + 5] = s11;
  sums[column + 8] = s20;
  sums[column + 9] = s21;
  sums[column + 12] = s30;
  sums[column + 13] = s31;
}

/** Turns the lower triangle into its Cholesky factor, in place. */
function factorise(lower: Float64Array, side: number): void {
  const sums = new Float64Array(TILE * TILE);
  for (let a = 0; a < side; a += TILE)
    for (let b = 0; b <= a; b += TILE) {
      tileOfDots(lower, a, lower, b, [side, 0, b], sums);
      for (let i = a; i < a + TILE; i++)
        for (let j = b; j < b + TILE && j <= i; j++) {
          let rest = lower[i * side + j]! - sums[(i - a) * TILE + j - b]!;
          for (let k = b; k < j; k++) rest -= lower[i * side + k]! * lower[j * side + k]!;
          if (i === j && !(rest > 0)) throw new RangeError('Expected a positive definite matrix');
          lower[i * side + j] = i === j ? Math.sqrt(rest) : rest / lower[j * side + j]!;
        }
    }
}

/** The transposed inverse of a lower triangle: an upper triangle whose row j is column j of the inverse. */
function invertedTranspose(lower: Float64Array, side: number): Float64Array {
  const upper = new Float64Array(side * side);
  const sums = new Float64Array(TILE * TILE);
  for (let a = 0; a < side; a += TILE)
    for (let b = 0; b <= a; b += TILE) {
      tileOfDots(lower, a, upper, b, [side, b, a], sums);
      for (let i = a; i < a + TILE; i++)
        for (let j = b; j < b + TILE && j <= i; j++) {
          let rest = (i === j ? 1 : 0) - sums[(i - a) * TILE + j - b]!;
          for (let k = a; k < i; k++) rest -= lower[i * side + k]! * upper[j * side + k]!;
          upper[j * side + i] = rest / lower[i * side + i]!;
        }
    }
  return upper;
}

/** `U U'` of an upper triangle, without the border. */
function squared(upper: Float64Array, side: number, n: number): Float64Array {
  const result = new Float64Array(n * n);
  const sums = new Float64Array(TILE * TILE);
  for (let a = 0; a < side; a += TILE)
    for (let b = 0; b <= a; b += TILE) {
      tileOfDots(upper, a, upper, b, [side, a, side], sums);
      for (let i = a; i < Math.min(a + TILE, n); i++)
        for (let j = b; j < b + TILE && j <= i; j++) {
          const value = sums[(i - a) * TILE + j - b]!;
          result[i * n + j] = value;
          result[j * n + i] = value;
        }
    }
  return result;
}
