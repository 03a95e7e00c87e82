import { AXES } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { AXIS_SHARES, closeness, columnsOf, type Axis } from './closeness';
import type { Taste } from './taste';

/** What one liked work adds to a suggestion's score on one axis. */
export interface Contribution {
  axis: Axis;
  id: number;
  amount: number;
}

/** A dislike pushes away a little less than a like draws near. */
const DISLIKE_SHARE = 0.8;

/**
 * How strongly a taste draws each candidate: the sum of its closeness to every liked work less that to every disliked one,
 * each by its weight. A sum and not a mean, so that it falls apart into what each work and axis contributed.
 *
 * @returns one value for each of the candidates of `columnsOf(table)`
 */
export function affinities(table: WorkTable, taste: Taste): Float64Array {
  const columns = columnsOf(table);
  const sums = new Float64Array(columns.candidates.length);
  const add = (works: ReadonlyMap<number, number>, sign: number) => {
    for (const [id, weight] of works) {
      const row = table.rowOf.get(id);
      if (row === undefined) continue;
      const column = columns.of(row);
      for (let i = 0; i < sums.length; i++) sums[i]! += sign * weight * column[i]!;
    }
  };
  add(taste.liked, 1);
  add(taste.disliked, -DISLIKE_SHARE);
  return sums;
}

/** Measures what `affinities` needs, in pieces; afterwards it is quick. */
export async function prepareAffinities(table: WorkTable, taste: Taste): Promise<void> {
  const judged = [...taste.liked.keys(), ...taste.disliked.keys()];
  await columnsOf(table).prepare(judged.flatMap((id) => table.rowOf.get(id) ?? []));
}

/** The same for a single work, whether or not it is a candidate. */
export function affinityOf(table: WorkTable, taste: Taste, row: number): number {
  const total = (works: ReadonlyMap<number, number>) =>
    contributions(table, works, row).reduce((sum, { amount }) => sum + amount, 0);
  return total(taste.liked) - DISLIKE_SHARE * total(taste.disliked);
}

/** What every liked work adds to the affinity of one work, axis by axis. */
export function contributions(
  table: WorkTable,
  liked: ReadonlyMap<number, number>,
  row: number,
): Contribution[] {
  return [...liked].flatMap(([id, weight]) => {
    const evidence = table.rowOf.get(id);
    if (evidence === undefined) return [];
    return AXES.map((axis) => ({
      axis,
      id,
      amount: weight * AXIS_SHARES[axis] * closeness(table, axis, row, evidence),
    }));
  });
}

/** An affinity as a score within -1..1; it keeps the order. */
export function scoreOf(affinity: number): number {
  return affinity / (1 + Math.abs(affinity));
}
