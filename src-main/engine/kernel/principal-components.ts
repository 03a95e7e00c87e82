import { columnMoments } from './column-moments';
import { evenlySpaced } from './evenly-spaced';
import { seededRandom } from './random';

export interface PrincipalComponents {
  /** n x components scores, row-major, centred. */
  scores: Float32Array;
  components: number;
  /** Share of the whole variance that each component carries, descending. */
  shares: Float64Array;
}

const ROUNDS = 16;
const FIT_ROWS = 2000;

/**
 * The leading principal components by orthogonal iteration on the covariance (Golub & Van Loan, 'Matrix
 * Computations', 4th ed., 8.2.4). Deterministic; fitted on at most 2,000 evenly spaced rows. The sign of a component
 * is fixed so that its largest weight is positive.
 *
 * @param data n x dim values, row-major
 * @param wanted at most this many components; fewer when dim or n - 1 is smaller
 */
export function principalComponents(
  data: Float32Array,
  dim: number,
  wanted: number,
): PrincipalComponents {
  const rows = dim === 0 ? 0 : data.length / dim;
  const components = Math.max(0, Math.min(wanted, dim, rows - 1));
  const fitted = evenlySpaced(rows, FIT_ROWS);
  const { mean, deviation } = columnMoments(data, dim, fitted);
  const total = deviation.reduce((sum, d) => sum + d * d, 0);
  const covariance = covarianceOf(data, dim, fitted, mean);
  const basis = randomBasis(components, dim);
  let variances: Float64Array = new Float64Array(components);
  for (let round = 0; round < ROUNDS; round++) variances = iterate(covariance, dim, basis);
  basis.forEach(fixSign);
  return {
    scores: project(data, dim, mean, basis),
    components,
    shares: variances.map((v) => (total > 0 ? v / total : 0)),
  };
}

/** dim x dim, row-major, symmetric. */
function covarianceOf(
  data: Float32Array,
  dim: number,
  rows: Uint32Array,
  mean: Float64Array,
): Float64Array {
  const covariance = new Float64Array(dim * dim);
  const centred = new Float64Array(dim);
  for (const row of rows) {
    for (let j = 0; j < dim; j++) centred[j] = data[row * dim + j]! - mean[j]!;
    for (let j = 0; j < dim; j++) {
      const value = centred[j]! / rows.length;
      for (let k = j, at = j * dim + j; k < dim; k++, at++) covariance[at]! += value * centred[k]!;
    }
  }
  for (let j = 0; j < dim; j++)
    for (let k = 0; k < j; k++) covariance[j * dim + k] = covariance[k * dim + j]!;
  return covariance;
}

function randomBasis(components: number, dim: number): Float64Array[] {
  const random = seededRandom(7);
  const basis = Array.from({ length: components }, () =>
    Float64Array.from({ length: dim }, () => random() - 0.5),
  );
  orthonormalise(basis);
  return basis;
}

/** One multiplication of the basis with the covariance, then Gram-Schmidt; returns the variances. */
function iterate(covariance: Float64Array, dim: number, basis: Float64Array[]): Float64Array {
  const next = basis.map((vector) =>
    Float64Array.from({ length: dim }, (_, j) => {
      let sum = 0;
      for (let k = 0, at = j * dim; k < dim; k++, at++) sum += covariance[at]! * vector[k]!;
      return sum;
    }),
  );
  const variances = Float64Array.from(next, (vector, c) => inner(vector, basis[c]!));
  orthonormalise(next);
  next.forEach((vector, c) => basis[c]!.set(vector));
  return variances;
}

/** Modified Gram-Schmidt; a vector that vanishes (no variance left) becomes zero. */
function orthonormalise(basis: Float64Array[]): void {
  basis.forEach((vector, c) => {
    for (const other of basis.slice(0, c)) {
      const along = inner(vector, other);
      for (let j = 0; j < vector.length; j++) vector[j]! -= along * other[j]!;
    }
    const length = Math.sqrt(inner(vector, vector));
    for (let j = 0; j < vector.length; j++) vector[j] = length > 1e-12 ? vector[j]! / length : 0;
  });
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

function fixSign(vector: Float64Array): void {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest)) largest = value;
  if (largest < 0) for (let j = 0; j < vector.length; j++) vector[j] = -vector[j]!;
}

function project(
  data: Float32Array,
  dim: number,
  mean: Float64Array,
  basis: readonly Float64Array[],
): Float32Array {
  const rows = dim === 0 ? 0 : data.length / dim;
  const scores = new Float32Array(rows * basis.length);
  const width = basis.length;
  for (let c = 0; c < width; c += 4) {
    // Four at a time, so that a large table is read a quarter as often; a surplus one counts for nothing.
    const [v0, v1, v2, v3] = [0, 1, 2, 3].map((more) => basis[c + more] ?? new Float64Array(dim));
    const shifts = [v0!, v1!, v2!, v3!].map((vector) => -inner(mean, vector));
    for (let row = 0; row < rows; row++) {
      let [s0, s1, s2, s3] = [shifts[0]!, shifts[1]!, shifts[2]!, shifts[3]!];
      for (let j = 0, at = row * dim; j < dim; j++, at++) {
        const value = data[at]!;
        s0 += value * v0![j]!;
        s1 += value * v1![j]!;
        s2 += value * v2![j]!;
        s3 += value * v3![j]!;
      }
      const place = row * width + c;
      scores[place] = s0;
      if (c + 1 < width) scores[place + 1] = s1;
      if (c + 2 < width) scores[place + 2] = s2;
      if (c + 3 < width) scores[place + 3] = s3;
    }
  }
  return scores;
}
