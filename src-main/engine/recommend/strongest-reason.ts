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
 * whichever adds more to its score. Null where none would be true. Found once for each table row asked about.
 */
export function strongestReasons(source: ReasonSource): (row: number) => Reason | null {
  const known = new Map<number, Reason | null>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const reason = strongestReason(source, row);
    known.set(row, reason);
    return reason;
  };
}

function strongestReason(
  { table, taste, model, together, added }: ReasonSource,
  row: number,
): Reason | null {
  const id = table.ids[row]!;
  const near = isNear(table, taste.liked.keys(), row);
  const least = near ? likedAmount(table, taste, model, row) : 0;
  const others =
    together && (added.get(id) ?? 0) > least ? togetherReason(together, taste, id) : null;
  return others ?? (near ? likedReason(table, taste, model, row) : null);
}
