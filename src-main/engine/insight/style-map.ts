import type { StyleMap } from '../../contract';
import { parseHex } from '../kernel/oklab';
import { quantile } from '../kernel/statistics';
import type { WorkTable } from '../storage/work-table';
import { clustersOf, NO_CLUSTER, type Clustering } from './clusters';
import { runMapWorker, type MapWorkerOptions } from './run-map-worker';
import { styleSpaceOf } from './style-space';
import type { LayoutTask } from './square-layout';

const NO_COLOUR = 0x808080;

/** Lays points out in the square from -1 to 1, somewhere off the event loop. */
export type LayOut = (task: LayoutTask) => Promise<Float32Array>;

/**
 * The style map of a library: alike works lie together, laid out as `squareLayout` does it, in a thread of its own. Works
 * without a style vector are left out.
 *
 * @throws EngineError `request/cancelled` when the signal is aborted
 */
export async function layOutMap(table: WorkTable, options: MapWorkerOptions): Promise<StyleMap> {
  return styleMap(table, (task) => runMapWorker(task, options));
}

/** As {@link layOutMap}, with the layout injected. */
export async function styleMap(table: WorkTable, layOut: LayOut): Promise<StyleMap> {
  return placedMap(table, new Float32Array(await layOut(mapPoints(table))));
}

/** The points of the works that have a style vector, to be laid out. */
export function mapPoints(table: WorkTable): LayoutTask {
  const { points, dim } = styleSpaceOf(table);
  return { points, dim };
}

/**
 * The map whose points were laid out elsewhere.
 *
 * @param positions x, y of each of `mapPoints(table)`
 */
export function placedMap(table: WorkTable, positions: Float32Array<ArrayBuffer>): StyleMap {
  const { rows: measured } = styleSpaceOf(table);
  const clustering = clustersOf(table);
  const rows = [...measured];
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

function leadingColour(table: WorkTable, row: number): number {
  const hex = table.swatches.at(row)?.[0]?.hex;
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
