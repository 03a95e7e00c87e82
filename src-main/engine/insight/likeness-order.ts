import type { ArtworkId } from '../../contract';
import { dotRows, hasVector } from '../kernel/vector-rows';
import type { VectorTable, WorkTable } from '../storage/work-table';

/**
 * The works in the order of their likeness to a vector, the most like first: every one is compared, nothing is
 * approximated. Works without a vector are left out.
 *
 * @param query of unit length
 * @param space the works' vectors, row by row as in the table; of another length than the query none is like it
 */
export function likenessOrder(
  { ids }: WorkTable,
  query: Float32Array,
  { dim, data }: VectorTable,
): ArtworkId[] {
  if (dim !== query.length) return [];
  const scores = new Float64Array(ids.length);
  const rows: number[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (!hasVector(data, dim, row)) continue;
    scores[row] = dotRows(query, 0, data, row, dim);
    rows.push(row);
  }
  rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return rows.map((row) => ids[row] ?? 0);
}
