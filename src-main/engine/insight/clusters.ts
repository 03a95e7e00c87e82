import type { Axis, Cluster } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { kMeans } from '../kernel/k-means';
import { meanSilhouette } from '../kernel/silhouette';
import { shapelessCloud } from '../kernel/shapeless-cloud';
import { squaredDistance } from '../kernel/squared-distance';
import { gatherRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { rememberByAxis } from './by-axis';
import { cohesionOf } from './cohesion';
import { mergedPalette } from './merged-palette';
import { styleSpaceOf, type StyleSpace } from './style-space';
import { tellingTraits } from './telling-traits';

/** Stands in `clusterOf` for a work that has no vector on the axis yet. */
export const NO_CLUSTER = 255;

export interface Clustering {
  /** Cluster of every table row, or NO_CLUSTER. */
  clusterOf: Uint8Array;
  /** Largest first; `index` is their place. */
  clusters: Cluster[];
  /** Mean silhouette, -1..1; 0 for a single cluster. */
  silhouette: number;
}

const MOST_CLUSTERS = 10;
const FEWEST_WORKS = 6;
const SAMPLE = 1500;
/** By how much the silhouette must exceed that of a cloud without any groups. */
const MORE_THAN_CHANCE = 0.04;

interface Grouping {
  centroids: Float32Array;
  silhouette: number;
}

/**
 * The groups into which a library falls on an axis, by style if none is named: k-means on the principal components of its vectors, with the
 * number of groups (2 to 10) that has the highest mean silhouette. Large libraries are decided on 1,500 evenly spaced
 * works. Where a shapeless cloud of the same extent falls apart as well as the works do, and below six works, everything is
 * one cluster. Remembered for the table and the axis.
 */
export const clustersOf = rememberByAxis((table, axis): Clustering => {
  const space = styleSpaceOf(table, axis);
  const { centroids, silhouette } = chooseGrouping(space);
  const members = nearestMembers(space, centroids)
    .filter((group) => group.length > 0)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const clusterOf = new Uint8Array(table.ids.length).fill(NO_CLUSTER);
  members.forEach((rows, index) => rows.forEach((row) => (clusterOf[row] = index)));
  const clusters = members.map((rows, index) =>
    describe(table, axis, { rows, index, count: members.length }),
  );
  return { clusterOf, clusters, silhouette };
});

function chooseGrouping({ points, dim, rows }: StyleSpace): Grouping {
  const single: Grouping = { centroids: new Float32Array(dim), silhouette: 0 };
  if (rows.length < FEWEST_WORKS) return single;
  const sample = gatherRows(points, dim, evenlySpaced(rows.length, SAMPLE));
  let best = single;
  const most = Math.min(MOST_CLUSTERS, Math.floor(rows.length / 3));
  for (let k = 2; k <= most; k++) {
    const grouping = groupInto(sample, dim, k);
    if (grouping.silhouette > best.silhouette) best = grouping;
  }
  const chance = groupInto(shapelessCloud(sample, dim), dim, best.centroids.length / dim);
  return best.silhouette > chance.silhouette + MORE_THAN_CHANCE ? best : single;
}

function groupInto(points: Float32Array, dim: number, k: number): Grouping {
  const { assignments, centroids } = kMeans({ points, dim, k, seed: k, restarts: 6, rounds: 40 });
  return { centroids, silhouette: meanSilhouette(points, dim, assignments, { sample: 1000 }) };
}

/** Table rows of every group, those nearest to its centre first. */
function nearestMembers({ points, dim, rows }: StyleSpace, centroids: Float32Array): number[][] {
  const groups: { row: number; distance: number }[][] = [];
  const count = dim === 0 ? 1 : centroids.length / dim;
  for (let c = 0; c < count; c++) groups.push([]);
  rows.forEach((row, i) => {
    let nearest = 0;
    let least = Infinity;
    for (let c = 0; c < count; c++) {
      const distance = squaredDistance(points, i, centroids, c, dim);
      if (distance < least) [nearest, least] = [c, distance];
    }
    groups[nearest]!.push({ row, distance: least });
  });
  return groups.map((group) =>
    group.sort((a, b) => a.distance - b.distance || a.row - b.row).map(({ row }) => row),
  );
}

interface Group {
  rows: number[];
  index: number;
  /** Of all groups. */
  count: number;
}

function describe(table: WorkTable, axis: Axis, { rows, index, count }: Group): Cluster {
  return {
    index,
    size: rows.length,
    works: rows.map((row) => table.ids[row] ?? 0),
    traits: count > 1 ? tellingTraits(table, rows) : [],
    palette: mergedPalette(table, rows),
    cohesion: cohesionOf(table, rows, axis),
  };
}
