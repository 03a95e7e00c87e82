import { fitTogether } from '../hybrid/fit-together';
import { togetherOf, type Together } from '../hybrid/together';
import { rowsFrom, type TogetherRows } from '../hybrid/together-rows';
import type { WeighedRow } from '../profile/recency';
import type { Turn } from '../profile/taste-certainty';

/** Works to hold back, with what goes together as it is known without them. */
interface Fold {
  works: readonly WeighedRow[];
  /** Null where others say too little. */
  together: Together | null;
}

/** Beyond so many works on boards several are held back from them at once. */
const MOST_FITS = 20;

/**
 * What others put together is fitted once for the works that stand on no board, as it doesn't know of them, and anew for those
 * that do. A fit on 2,000 works takes some five seconds, so with many of these several share one, in which none of
 * them stands on a board: it knows a little less of the others than it could, and nothing of the work that is asked for.
 */
export async function* heldWithTogether(
  held: readonly WeighedRow[],
  rows: TogetherRows,
  turn: Turn,
): AsyncGenerator<Fold> {
  const whole = togetherOf(rows, await fitTogether(rows, turn));
  const isOnBoard = ({ id }: WeighedRow): boolean => whole?.onBoards.has(id) ?? false;
  yield { works: held.filter((work) => !isOnBoard(work)), together: whole };
  const onBoards = held.filter(isOnBoard);
  for (let fold = 0; fold < Math.min(MOST_FITS, onBoards.length); fold++) {
    const works = onBoards.filter((_work, at) => at % MOST_FITS === fold);
    yield { works, together: await togetherWithout(works, rows, turn) };
  }
}

/**
 * What goes together had nobody put these works on a board: that they stand there is an opinion of the profile, or may be. What
 * others like stays what it is.
 */
async function togetherWithout(
  held: readonly WeighedRow[],
  rows: TogetherRows,
  turn: Turn,
): Promise<Together | null> {
  const ids = new Set(held.map(({ id }) => id));
  const boards = rowsFrom(rows.boards.map((row) => row.filter((id) => !ids.has(id))));
  return togetherOf({ ...rows, boards }, await fitTogether({ ...rows, boards }, turn));
}
