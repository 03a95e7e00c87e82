import { nearestNeighbours, type NeighbourTable } from './nearest-neighbours';

/**
 * Local outlier factor of every point (Breunig, Kriegel, Ng & Sander, 'LOF: identifying density-based local
 * outliers', SIGMOD 2000, definitions 5 to 7): how much thinner the neighbourhood of a point is than those of its
 * neighbours. About 1 inside a group of any density, clearly above 1 outside.
 *
 * @param points n x dim values, row-major
 * @param k neighbours that count
 * @param references m x dim values among which neighbours are sought; the points themselves when left out. A sample
 *   keeps large sets affordable: n x m distances are measured
 */
export function localOutlierFactors(
  points: Float32Array,
  dim: number,
  k: number,
  references: Float32Array = points,
): Float64Array {
  const fellows = nearestNeighbours(references, references, dim, k);
  if (fellows.k === 0) return new Float64Array(points.length / dim).fill(1);
  const reach = Float64Array.from(
    { length: references.length / dim },
    (_, i) => fellows.distances[(i + 1) * fellows.k - 1]!,
  );
  const densityOf = densities(fellows, reach);
  const near = references === points ? fellows : nearestNeighbours(points, references, dim, k);
  return densities(near, reach).map((own, i) => {
    let sum = 0;
    for (let j = i * near.k; j < (i + 1) * near.k; j++) sum += densityOf[near.rows[j]!]!;
    return sum / near.k / own;
  });
}

/** Local reachability density of every row of a neighbour table. */
function densities({ rows, distances, k }: NeighbourTable, reach: Float64Array): Float64Array {
  return Float64Array.from({ length: rows.length / k }, (_, i) => {
    let sum = 0;
    for (let j = i * k; j < (i + 1) * k; j++) sum += Math.max(reach[rows[j]!]!, distances[j]!);
    return k / Math.max(sum, 1e-9);
  });
}
