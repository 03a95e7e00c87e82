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
  const byContent = likedAmount(table, taste, model, row);
  const byOthers = reasonByOthers(source, row, byContent);
  return byOthers ?? (byContent > 0 ? likedReason(table, taste, model, row) : null);
}

/** Whether there is a true reason, which is sooner known than the strongest one. */
export function hasReason(source: ReasonSource, row: number): boolean {
  const { table, taste, model } = source;
  if (reasonByOthers(source, row, 0) !== null) return true;
  return isNear(table, taste.liked.keys(), row) && likedAmount(table, taste, model, row) > 0;
}

/** Where the choices of others add more to the score than what is liked and near. */
function reasonByOthers(
  { table, taste, together, added }: ReasonSource,
  row: number,
  byContent: number,
): Reason | null {
  const id = table.ids[row]!;
  const amount = added.get(id) ?? 0;
  if (!together || amount <= byContent) return null;
  return togetherReason(together, taste, id);
}
