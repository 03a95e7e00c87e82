import type { Axis } from '../../contract';
import { remember } from '../kernel/remember';
import type { WorkTable } from '../storage/work-table';

/**
 * Remembers what was derived from a table for each axis of similarity, so that going back to an axis costs nothing.
 *
 * @returns a function that takes the style axis when none is named
 */
export function rememberByAxis<V>(
  derive: (table: WorkTable, axis: Axis) => V,
): (table: WorkTable, axis?: Axis) => V {
  const known: Record<Axis, (table: WorkTable) => V> = {
    style: remember((table) => derive(table, 'style')),
    subject: remember((table) => derive(table, 'subject')),
    palette: remember((table) => derive(table, 'palette')),
  };
  return (table, axis = 'style') => known[axis](table);
}
