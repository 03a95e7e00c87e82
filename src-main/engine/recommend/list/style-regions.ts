import { axisScaleOf, axisSimilarity } from '../../kernel/axis-similarity';
import { normalise } from '../../kernel/cosine';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import { kMeans } from '../../kernel/k-means';
import { remember } from '../../kernel/remember';
import { UnionFind } from '../../kernel/union-find';
import { dotRows, gatherRows, hasVector, rowAt } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { measuredRowsOf } from '../profile/taste-vector';

const SAMPLE = 800;
const MOST_REGIONS = 12;
const SEED = 20;
/** Centres at least this alike, on the scale of the library, are centres of one region. */
const ONE_REGION = 0.8;
/** Of a work that has no style vector. */
export const NO_REGION = -1;

export interface StyleRegions {
  /** Number of the region of the style space in which a table row lies, or NO_REGION. */
  of: (row: number) => number;
  count: number;
}

/** Of a row that nobody asked about yet. */
const UNASKED = -2;

/**
 * Divides the style space of a library into at most twelve regions, so that a list can tell whether it stays in one: k-means
 * with a fixed seed on at most 800 evenly spaced works, k = sqrt(n / 2); regions whose centres are nearly alike are put
 * together. Regions and not groups: where works do not fall into groups they still lie here or there. Remembered for the table; a
 * row is assigned when it is asked for.
 */
export const styleRegionsOf = remember((table: WorkTable): StyleRegions => {
  const { data, dim } = table.style;
  const rows = measuredRowsOf(table);
  const points = gatherRows(
    data,
    dim,
    [...evenlySpaced(rows.length, SAMPLE)].map((i) => rows[i]!),
  );
  const k = Math.min(MOST_REGIONS, Math.round(Math.sqrt(rows.length / 2)));
  const { centroids } = kMeans({ points, dim, k, seed: SEED, restarts: 2, rounds: 20 });
  const regions = joinedRegions(table, centroids);
  const known = new Int8Array(table.ids.length).fill(UNASKED);
  const find = (row: number): number =>
    hasVector(data, dim, row) ? regions[nearestCentre(table, centroids, row)]! : NO_REGION;
  return {
    of: (row) => (known[row] === UNASKED ? (known[row] = find(row)) : known[row]!),
    count: new Set(regions).size,
  };
});

/** The region of each centre; the centres are made unit length. */
function joinedRegions({ style }: WorkTable, centroids: Float32Array): number[] {
  const { dim } = style;
  const count = dim === 0 ? 0 : centroids.length / dim;
  for (let c = 0; c < count; c++) normalise(rowAt(centroids, dim, c));
  const scale = axisScaleOf(style);
  const joined = new UnionFind(count);
  for (let a = 1; a < count; a++)
    for (let b = 0; b < a; b++)
      if (axisSimilarity(dotRows(centroids, a, centroids, b, dim), scale) >= ONE_REGION)
        joined.join(a, b);
  return Array.from({ length: count }, (_, c) => joined.find(c));
}

function nearestCentre({ style }: WorkTable, centroids: Float32Array, row: number): number {
  const { data, dim } = style;
  let best = 0;
  let most = -Infinity;
  for (let c = 0; c * dim < centroids.length; c++) {
    const cosine = dotRows(data, row, centroids, c, dim);
    if (cosine > most) [best, most] = [c, cosine];
  }
  return best;
}
