import { squaredDistance } from './squared-distance';

/**
 * Orders points so that each is as far as possible from all before it: a prefix of any length covers the
 * whole set. Gonzalez, Clustering to minimize the maximum intercluster distance, 1985 (a 2-approximation).
 *
 * @param points rows of `dim` numbers
 * @param count how many rows are wanted; fewer come back when there are fewer points
 * @param start row to begin with; else the row nearest to the centre of all
 * @returns row numbers
 */
export function farthestPointOrder(
  points: Float32Array,
  dim: number,
  count: number,
  start?: number,
): Uint32Array {
  const rows = Math.floor(points.length / dim);
  const order = new Uint32Array(Math.min(count, rows));
  const nearest = new Float64Array(rows).fill(Infinity);
  let next = start ?? centralRow(points, dim, rows);
  for (let taken = 0; taken < order.length; taken++) {
    order[taken] = next;
    next = approach(points, dim, nearest, next);
  }
  return order;
}

/** Takes the new row into account and returns the row that is now farthest from all taken. */
function approach(points: Float32Array, dim: number, nearest: Float64Array, taken: number): number {
  nearest[taken] = -1;
  let farthest = taken;
  for (let row = 0; row < nearest.length; row++) {
    if (nearest[row]! < 0) continue;
    const distance = squaredDistance(points, row, points, taken, dim);
    if (distance < nearest[row]!) nearest[row] = distance;
    if (nearest[row]! > nearest[farthest]!) farthest = row;
  }
  return farthest;
}

function centralRow(points: Float32Array, dim: number, rows: number): number {
  const centre = new Float32Array(dim);
  for (let i = 0; i < rows * dim; i++) centre[i % dim]! += points[i]! / rows;
  let best = 0;
  let least = Infinity;
  for (let row = 0; row < rows; row++) {
    const distance = squaredDistance(points, row, centre, 0, dim);
    if (distance < least) [best, least] = [row, distance];
  }
  return best;
}
