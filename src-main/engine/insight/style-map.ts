import type { StyleMap } from '../../contract';
import { farthestPointOrder } from '../kernel/farthest-point';
import { nearestNeighbours } from '../kernel/nearest-neighbours';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { parseHex } from '../kernel/oklab';
import { quantile } from '../kernel/statistics';
import { gatherRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { clustersOf, NO_CLUSTER, type Clustering } from './clusters';
import { fitToSquare } from './fit-to-square';
import { runMapWorker, type MapWorkerOptions } from './run-map-worker';
import { styleSpaceOf, type StyleSpace } from './style-space';
import type { LayoutTask } from './umap-layout';

const MOST_FITTED = 4000;
const CORNERS = 400;
const PLACED_BY = 3;
const NO_COLOUR = 0x808080;

/** Lays points out in a plane, somewhere off the event loop. */
export type LayOut = (task: LayoutTask) => Promise<Float32Array>;

/**
 * The style map of a library: alike works lie together. Up to 4,000 works are laid out together; of a larger library
 * 4,000 are (400 that reach into its corners, the rest evenly spaced), and each other work is placed among the three
 * laid-out works nearest to it. Works without a style vector are left out.
 *
 * @throws EngineError `request/cancelled` when the signal is aborted
 */
export async function layOutMap(table: WorkTable, options: MapWorkerOptions): Promise<StyleMap> {
  return styleMap(table, (task) => runMapWorker(task, options));
}

/** As {@link layOutMap}, with the layout injected. */
export async function styleMap(table: WorkTable, layOut: LayOut): Promise<StyleMap> {
  const space = styleSpaceOf(table);
  const positions = new Float32Array(await positionsOf(space, layOut));
  fitToSquare(positions);
  const clustering = clustersOf(table);
  const rows = [...space.rows];
  const clusters = Uint8Array.from(rows, (row) => clustering.clusterOf[row] ?? NO_CLUSTER);
  return {
    ids: Uint32Array.from(rows, (row) => table.ids[row]!),
    positions,
    clusters,
    aspects: Float32Array.from(rows, (row) => table.aspects[row]!),
    colours: Uint32Array.from(rows, (row) => leadingColour(table, row)),
    names: clusterNames(clustering, clusters, positions),
  };
}

async function positionsOf(
  { points, dim, rows }: StyleSpace,
  layOut: LayOut,
): Promise<Float32Array> {
  if (rows.length <= MOST_FITTED) return layOut({ points, dim });
  const fitted = chooseFitted(points, dim, rows.length);
  const references = gatherRows(points, dim, fitted);
  const laidOut = await layOut({ points: references, dim });
  const positions = new Float32Array(rows.length * 2);
  const near = nearestNeighbours(points, references, dim, PLACED_BY);
  for (let i = 0; i < rows.length; i++) placeAmong(positions, laidOut, near, i);
  return positions;
}

function chooseFitted(points: Float32Array, dim: number, count: number): Uint32Array {
  const sample = evenlySpaced(count, 4 * MOST_FITTED);
  const corners = farthestPointOrder(gatherRows(points, dim, sample), dim, CORNERS);
  const chosen = new Set([...corners].map((place) => sample[place]!));
  for (const row of evenlySpaced(count, MOST_FITTED))
    if (chosen.size < MOST_FITTED) chosen.add(row);
  return Uint32Array.from(chosen).sort();
}

/** The mean of the neighbours' places, each weighing the inverse of its distance. */
function placeAmong(
  positions: Float32Array,
  laidOut: Float32Array,
  { rows, distances, k }: ReturnType<typeof nearestNeighbours>,
  i: number,
): void {
  let total = 0;
  for (let j = i * k; j < (i + 1) * k; j++) {
    const weight = 1 / (distances[j]! + 1e-6);
    total += weight;
    positions[2 * i]! += weight * laidOut[2 * rows[j]!]!;
    positions[2 * i + 1]! += weight * laidOut[2 * rows[j]! + 1]!;
  }
  positions[2 * i]! /= total;
  positions[2 * i + 1]! /= total;
}

function leadingColour(table: WorkTable, row: number): number {
  const hex = table.swatches[row]?.[0]?.hex;
  if (!hex) return NO_COLOUR;
  const [r, g, b] = parseHex(hex);
  return (r << 16) | (g << 8) | b;
}

/** Every cluster's name stands in the middle of its works: medians, which strays do not pull away. */
function clusterNames(
  { clusters }: Clustering,
  clusterOf: Uint8Array,
  positions: Float32Array,
): StyleMap['names'] {
  return clusters.map(({ index, traits }) => {
    const members = [...clusterOf.keys()].filter((i) => clusterOf[i] === index);
    return {
      cluster: index,
      x: quantile(
        members.map((i) => positions[2 * i]!),
        0.5,
      ),
      y: quantile(
        members.map((i) => positions[2 * i + 1]!),
        0.5,
      ),
      traits,
    };
  });
}
