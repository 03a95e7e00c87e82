import type { Axis, StyleMap } from '../../contract';
import { parseHex } from '../kernel/oklab';
import { quantile } from '../kernel/statistics';
import type { WorkTable } from '../storage/work-table';
import { clustersOf, NO_CLUSTER, type Clustering } from './clusters';
import { styleSpaceOf } from './style-space';
import type { LayoutTask } from './square-layout';

const NO_COLOUR = 0x808080;

/** The points of the works that have a vector on the axis, to be laid out by `squareLayout` in a thread of its own. */
export function mapPoints(table: WorkTable, axis: Axis = 'style'): LayoutTask {
  const { points, dim } = styleSpaceOf(table, axis);
  return { points, dim };
}

/**
 * The style map of a library, in which alike works lie together. Works without a vector on the axis are left out.
 *
 * @param laidOut x, y of each of `mapPoints(table, axis)`
 */
export function placedMap(
  table: WorkTable,
  laidOut: Float32Array<ArrayBuffer>,
  axis: Axis = 'style',
): StyleMap {
  const { rows: measured, dim } = styleSpaceOf(table, axis);
  // A single work, or copies of one, span no space and lay out nothing: they stand in the middle.
  const positions = dim === 0 ? new Float32Array(measured.length * 2) : laidOut;
  const clustering = clustersOf(table, axis);
  const rows = [...measured];
  const clusters = Uint8Array.from(rows, (row) => clustering.clusterOf[row] ?? NO_CLUSTER);
  return {
    axis,
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
    const middle = (axis: 0 | 1): number =>
      quantile(
        members.map((i) => positions[2 * i + axis]!),
        0.5,
      );
    return { cluster: index, x: middle(0), y: middle(1), traits };
  });
}
