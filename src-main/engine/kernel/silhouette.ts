import { seededRandom } from './random';
import { squaredDistance } from './squared-distance';

export interface SilhouetteOptions {
  /** Measures this many rows, drawn at random, among themselves; all rows when left out. */
  sample?: number;
  /** Seed of the draw. */
  seed?: number;
}

/**
 * How much closer the rows are to their own cluster than to the next one, averaged: `(b - a) / max(a, b)` with a
 * the mean distance within the own cluster and b that to the nearest other. Rousseeuw, Silhouettes, 1987,
 * section 2. A row alone in its cluster counts 0.
 *
 * @param points rows of `dim` numbers
 * @param assignments cluster of each row
 * @returns -1..1; 0 when there are fewer than two clusters
 */
export function meanSilhouette(
  points: Float32Array,
  dim: number,
  assignments: ArrayLike<number>,
  { sample, seed = 1 }: SilhouetteOptions = {},
): number {
  const rows = sampleRows(assignments.length, sample, seed);
  let clusters = 0;
  for (const row of rows) clusters = Math.max(clusters, assignments[row]! + 1);
  const sizes = new Float64Array(clusters);
  for (const row of rows) sizes[assignments[row]!]!++;
  let sum = 0;
  const sums = new Float64Array(clusters);
  for (const row of rows) {
    sums.fill(0);
    for (const other of rows)
      sums[assignments[other]!]! += Math.sqrt(squaredDistance(points, row, points, other, dim));
    sum += silhouetteOf(sums, sizes, assignments[row]!);
  }
  return rows.length > 0 ? sum / rows.length : 0;
}

function silhouetteOf(sums: Float64Array, sizes: Float64Array, own: number): number {
  if (sizes[own]! < 2) return 0;
  const within = sums[own]! / (sizes[own]! - 1);
  let beside = Infinity;
  for (let c = 0; c < sums.length; c++)
    if (c !== own && sizes[c]! > 0) beside = Math.min(beside, sums[c]! / sizes[c]!);
  if (beside === Infinity) return 0;
  const larger = Math.max(within, beside);
  return larger > 0 ? (beside - within) / larger : 0;
}

/** The first rows of a shuffle (Fisher & Yates), or all of them. */
function sampleRows(rows: number, sample: number | undefined, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  if (sample === undefined || sample >= rows) return order;
  const random = seededRandom(seed);
  for (let i = 0; i < sample; i++) {
    const j = i + Math.floor(random() * (rows - i));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.subarray(0, sample);
}
