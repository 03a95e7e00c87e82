import { UMAP } from 'umap-js';
import { nearestNeighbours } from '../kernel/nearest-neighbours';
import { principalComponents } from '../kernel/principal-components';
import { seededRandom } from '../kernel/random';
import { rowAt } from '../kernel/vector-rows';

/** Is told the finished and the total number of rounds. */
export type OnProgress = (done: number, total: number) => void;

const FEWEST_FOR_UMAP = 15;
const NEIGHBOURS = 15;
const SEED = 42;

/**
 * A plane in which alike points lie together: UMAP (McInnes, Healy & Melville 2018) on exact neighbours, repeatable. Fewer
 * than 15 points have no neighbourhoods worth the name: they are laid out by their two principal components.
 *
 * @param points n x dim values, row-major
 * @returns x, y pairs in no particular scale
 */
export function planeLayout(
  points: Float32Array,
  dim: number,
  onProgress: OnProgress = () => undefined,
): Float32Array {
  const count = dim === 0 ? 0 : points.length / dim;
  if (count < FEWEST_FOR_UMAP) return principalPlane(points, dim, count);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(NEIGHBOURS, count - 1),
    minDist: 0.25,
    spread: 1,
    random: seededRandom(SEED),
  });
  const rows = Array.from({ length: count }, (_, i) => Array.from(rowAt(points, dim, i)));
  precomputeNeighbours(umap, points, dim, count);
  const rounds = umap.initializeFit(rows);
  for (let round = 1; round <= rounds; round++) {
    umap.step();
    onProgress(round, rounds);
  }
  return Float32Array.from(umap.getEmbedding().flat());
}

/** umap-js expects each point as its own first neighbour. */
function precomputeNeighbours(umap: UMAP, points: Float32Array, dim: number, count: number): void {
  const near = nearestNeighbours(points, points, dim, Math.min(NEIGHBOURS, count - 1) - 1);
  const own = Array.from({ length: count }, (_, i) => i);
  const slice = (
    values: ArrayLike<number> & { subarray(a: number, b: number): Iterable<number> },
    i: number,
  ) => Array.from(values.subarray(i * near.k, (i + 1) * near.k));
  umap.setPrecomputedKNN(
    own.map((i) => [i, ...slice(near.rows, i)]),
    own.map((i) => [0, ...slice(near.distances, i)]),
  );
}

function principalPlane(points: Float32Array, dim: number, count: number): Float32Array {
  const { scores, components } = principalComponents(points, dim, 2);
  const plane = new Float32Array(count * 2);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < components; c++) plane[2 * i + c] = scores[i * components + c]!;
  return plane;
}
