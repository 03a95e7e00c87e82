import { AXES } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

export type Axis = (typeof AXES)[number];

/** How much each axis says of a person's taste: what a work looks like before what it shows. */
export const AXIS_SHARES: Record<Axis, number> = { style: 0.5, subject: 0.25, palette: 0.25 };

/** Similarity of two works on one axis, 0..1, in the scale of the library. */
export function similarity(table: WorkTable, axis: Axis, a: number, b: number): number {
  const { data, dim } = table[axis];
  return axisSimilarity(dotRows(data, a, data, b, dim), axisScaleOf(table[axis]));
}

/** Similarity of two works over all axes, 0..1. */
export function likeness(table: WorkTable, a: number, b: number): number {
  return AXES.reduce((sum, axis) => sum + AXIS_SHARES[axis] * similarity(table, axis, a, b), 0);
}
