import { remember } from './remember';
import { seededRandom } from './random';
import { quantileOfSorted } from './statistics';
import { dotRows, hasVector } from './vector-rows';

/** How the cosines of one axis are spread in this library. */
export interface AxisScale {
  /** The cosine that counts as similarity 0: only one pair of works in a hundred is less alike. */
  floor: number;
  /** The cosine of an ordinary pair: half of all pairs are less alike. */
  median: number;
}

const PAIRS = 4000;
const FLOOR_QUANTILE = 0.01;
/** In a library of copies every cosine is 1; the scale must still have a length. */
const HIGHEST = 0.999;

/**
 * Measures how unlike the works of a library get on one axis. Cosines of different axes lie in different
 * ranges (style vectors rarely fall below 0.5, palettes reach 0), so each is rescaled by its own floor
 * before they are weighed against one another.
 *
 * @param vectors n x dim, unit length; rows of zeros are passed over
 */
export function measureAxis(vectors: Float32Array, dim: number): AxisScale {
  const rows: number[] = [];
  const count = dim === 0 ? 0 : vectors.length / dim;
  for (let row = 0; row < count; row++) if (hasVector(vectors, dim, row)) rows.push(row);
  if (rows.length < 3) return { floor: 0, median: 0 };
  const cosines = samplePairs(rows).map(([a, b]) => dotRows(vectors, a, vectors, b, dim));
  cosines.sort((a, b) => a - b);
  const floor = quantileOfSorted(cosines, FLOOR_QUANTILE);
  const median = quantileOfSorted(cosines, 0.5);
  return { floor: Math.min(floor, HIGHEST), median: Math.min(median, HIGHEST) };
}

/** As {@link measureAxis}, measured once for a table of vectors that does not change. */
export const axisScaleOf = remember(({ data, dim }: { data: Float32Array; dim: number }) =>
  measureAxis(data, dim),
);

/** The cosine as a similarity: 0 at the library's floor and below, 1 for the same vector. */
export function axisSimilarity(cosine: number, { floor }: Pick<AxisScale, 'floor'>): number {
  return Math.min(1, Math.max(0, (cosine - floor) / (1 - floor)));
}

/** All pairs of a small library, a fixed random sample of a large one. */
function samplePairs(rows: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  if ((rows.length * (rows.length - 1)) / 2 <= PAIRS) {
    for (let i = 1; i < rows.length; i++)
      for (let j = 0; j < i; j++) pairs.push([rows[i]!, rows[j]!]);
    return pairs;
  }
  const random = seededRandom(1);
  while (pairs.length < PAIRS) {
    const a = Math.floor(random() * rows.length);
    const b = Math.floor(random() * rows.length);
    if (a !== b) pairs.push([rows[a]!, rows[b]!]);
  }
  return pairs;
}
