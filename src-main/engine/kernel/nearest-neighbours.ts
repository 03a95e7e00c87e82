import { squaredDistance } from './squared-distance';

export interface NeighbourTable {
  /** n x k row numbers among the references, nearest first. */
  rows: Uint32Array;
  /** n x k Euclidean distances, ascending. */
  distances: Float32Array;
  /** Neighbours of each row; fewer than asked for when there are fewer references. */
  k: number;
}

/**
 * The k nearest references of every point, exactly: all pairs are measured, so keep n x m below some
 * ten million.
 *
 * @param points n x dim values, row-major
 * @param references m x dim values; when it is the same array as `points`, no row counts as its own neighbour
 */
export function nearestNeighbours(
  points: Float32Array,
  references: Float32Array,
  dim: number,
  k: number,
): NeighbourTable {
  const own = points === references;
  const available = references.length / dim - (own ? 1 : 0);
  const width = Math.max(0, Math.min(k, available));
  const count = points.length / dim;
  const table: NeighbourTable = {
    rows: new Uint32Array(count * width),
    distances: new Float32Array(count * width).fill(Infinity),
    k: width,
  };
  for (let i = 0; i < count && width > 0; i++) fillRow(table, points, references, dim, i, own);
  for (let i = 0; i < table.distances.length; i++)
    table.distances[i] = Math.sqrt(table.distances[i]!);
  return table;
}

/** Fills in squared distances: their order is the same. */
function fillRow(
  { rows, distances, k }: NeighbourTable,
  points: Float32Array,
  references: Float32Array,
  dim: number,
  i: number,
  own: boolean,
): void {
  const last = (i + 1) * k - 1;
  for (let j = 0; j * dim < references.length; j++) {
    if (own && i === j) continue;
    const distance = squaredDistance(points, i, references, j, dim);
    if (distance >= distances[last]!) continue;
    let at = last;
    for (; at > i * k && distances[at - 1]! > distance; at--) {
      distances[at] = distances[at - 1]!;
      rows[at] = rows[at - 1]!;
    }
    distances[at] = distance;
    rows[at] = j;
  }
}
