import type { Reason } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import type { ContentModel } from './content/content-model';
import type { Together } from './hybrid/together';
import { togetherReason } from './hybrid/together-reason';
import { isNear, likedAmount, likedReason } from './reasons';
import type { Taste } from './taste';

export interface ReasonSource {
  table: WorkTable;
  taste: Taste;
  model: ContentModel;
  together: Together | null;
  /** What the choices of others add to a work's score, by id. */
  added: ReadonlyMap<number, number>;
}

/**
 * The strongest true reason of a work that the taste draws: what is liked and like it, or what others put together with it,
 * whichever adds more to its score. Null where none would be true.
 */
export function strongestReason(source: ReasonSource, row: number): Reason | null {
  const { table, taste, model } = source;
  const near = isNear(table, taste.liked.keys(), row);
  const byOthers = reasonByOthers(source, row, near);
  return byOthers ?? (near ? likedReason(table, taste, model, row) : null);
}

/** Whether there is a true reason, which is sooner known than the strongest one. */
export function hasReason(source: ReasonSource, row: number): boolean {
  const { table, taste } = source;
  return isNear(table, taste.liked.keys(), row) || reasonByOthers(source, row, false) !== null;
}

/** Where the choices of others add more to the score than what is liked and near. */
function reasonByOthers(
  { table, taste, model, together, added }: ReasonSource,
  row: number,
  near: boolean,
): Reason | null {
  const id = table.ids[row]!;
  const amount = added.get(id) ?? 0;
  if (!together || amount <= 0) return null;
  const least = near ? likedAmount(table, taste, model, row) : 0;
  return amount > least ? togetherReason(together, taste, id) : null;
}
