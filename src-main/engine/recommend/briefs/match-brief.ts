import type { BriefAnswer, FittingWork, Swap } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';
import { chooseSet, replacementsFor, type SetOptions } from './choose-set';
import { rankWorks, type RankedWork, type Wishes } from './rank-works';
import { sameList, sameWishes } from './same-wishes';

const MOST_RANKED = 120;

/** A brief as it is put to a library. */
export interface BriefQuestion {
  readonly wishes: Wishes;
  /** Rows of the works that break no limit. */
  readonly open: Uint32Array;
  readonly set: SetOptions;
}

export type BriefMatch = Pick<BriefAnswer, 'ranked' | 'set' | 'repeats' | 'measures'>;

type Turn = (done: number, total: number) => Promise<void>;

/** The works that fit a brief best, and the best set of them. Locked works are in it also where they break a limit. */
export async function matchBrief(
  table: WorkTable,
  question: BriefQuestion,
  between: Turn,
): Promise<BriefMatch> {
  const { ranked, locked } = await rank(table, question, between);
  const { works, measures, repeats } = chooseSet(table, ranked, locked, question.set);
  return {
    ranked: ranked.slice(0, MOST_RANKED).map(plain),
    set: works.map(plain),
    repeats,
    measures,
  };
}

/** Works that could stand in the place of one work of the set, the best first; none where it is not in the set. */
export async function swapsFor(
  table: WorkTable,
  question: BriefQuestion,
  id: number,
  limit: number,
  between: Turn,
): Promise<Swap[]> {
  const { ranked, locked } = await rank(table, question, between);
  const { works } = chooseSet(table, ranked, locked, question.set);
  if (!works.some((work) => work.id === id)) return [];
  return replacementsFor(table, ranked, works, id, question.set, limit).map(({ work, change }) => ({
    ...plain(work),
    change: 100 * change,
  }));
}

/** The last ranking of a table: whoever moves a slider asks for the same works again. */
const lastRanking = new WeakMap<
  WorkTable,
  Pick<BriefQuestion, 'wishes' | 'open'> & { ranked: RankedWork[] }
>();

async function rank(table: WorkTable, { wishes, open, set }: BriefQuestion, between: Turn) {
  const last = lastRanking.get(table);
  const isKnown = last && sameList(last.open, open) && sameWishes(last.wishes, wishes);
  const ranked = isKnown ? last.ranked : await rankWorks(table, wishes, open, between);
  lastRanking.set(table, { wishes, open, ranked });
  const lockedRows = set.locked.flatMap((id) => table.rowOf.get(id) ?? []);
  const locked = await rankWorks(table, wishes, lockedRows, between);
  return { ranked, locked };
}

function plain({ row: _, ...work }: RankedWork): FittingWork {
  return work;
}
