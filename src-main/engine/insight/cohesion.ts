import type { Axis } from '../../contract';
import { hasVector, meanOfRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/**
 * How closely works keep together on an axis, to one style if none is named: the mean cosine of their vectors to their common centre, which for
 * vectors of length 1 is the length of their mean (the 'mean resultant length' of Mardia & Jupp, Directional
 * Statistics, 2000, section 9.2). 1 where all are the same, near 0 where they have nothing in common.
 *
 * @param rows table rows; works without a vector on the axis are passed over
 * @returns 0..1; 1 for a single work, 0 for none
 */
export function cohesionOf(
  table: WorkTable,
  rows: ArrayLike<number>,
  axis: Axis = 'style',
): number {
  const { data, dim } = table[axis];
  const measured = Array.from(rows).filter((row) => hasVector(data, dim, row));
  return Math.min(1, Math.hypot(...meanOfRows(data, dim, measured)));
}
