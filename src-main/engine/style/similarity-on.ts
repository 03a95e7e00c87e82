import type { Axis } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/** Similarity of two works on one axis, 0 as the least alike pairs of the library .. 1 the same. */
export function similarityOn(axis: Axis, table: WorkTable, a: number, b: number): number {
  const vectors = table[axis];
  const cosine = dotRows(vectors.data, a, vectors.data, b, vectors.dim);
  return axisSimilarity(cosine, axisScaleOf(vectors));
}
