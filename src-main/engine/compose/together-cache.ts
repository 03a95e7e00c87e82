import type { ProfileId, Signal } from '../../contract';
import {
  rowsFrom,
  rowsOfProfile,
  suffices,
  togetherOf,
  type Together,
  type TogetherRows,
} from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { Boards } from '../storage/documents/boards';
import { pause } from '../storage/yielding';
import type { InsightThread } from './insight-thread';
import { signalPages } from './signal-pages';
import type { TableCache } from './table-cache';

export interface TogetherCacheOptions {
  catalogue: Catalogue;
  boards: Boards;
  table: TableCache;
  /** Where it is fitted. */
  thread: InsightThread;
  /** Called when what others chose has changed, and what was learnt from it is ready. */
  onLearnt: () => void;
}

interface Learnt {
  profileId: ProfileId;
  /** What it was learnt from. */
  key: string;
  together: Together | null;
}

/**
 * What goes together by the choices of others, for the active profile, fitted in a thread of its own and again when those
 * choices changed. What the active profile says changes nothing here; so feedback never waits for a fit. While a new one
 * is being made the one before is served; only the first of a profile is waited for.
 */
export class TogetherCache {
  #last: Learnt | undefined;
  #running: { profileId: ProfileId; learning: Promise<Learnt | null> } | undefined;

  constructor(private readonly options: TogetherCacheOptions) {}

  /** Null where there is too little to learn from, or it could not be learnt: whoever asks next has it tried again. */
  async get(): Promise<Together | null> {
    const profileId = this.options.catalogue.profiles.active;
    const last = this.#last?.profileId === profileId ? this.#last : undefined;
    if (last?.key === this.#key(profileId)) return last.together;
    const learning = this.#begin(profileId, last !== undefined);
    return last ? last.together : ((await learning)?.together ?? null);
  }

  /** @param isTold whether nobody waits for it, and those who were served the one before are to be told */
  #begin(profileId: ProfileId, isTold: boolean): Promise<Learnt | null> {
    if (this.#running?.profileId === profileId) return this.#running.learning;
    const learning = this.#learn(profileId)
      // A list by content alone is better than none.
      .catch(() => null)
      .finally(() => {
        if (this.#running?.learning === learning) this.#running = undefined;
      });
    this.#running = { profileId, learning };
    if (isTold) void learning.then((learnt) => learnt && this.options.onLearnt());
    return learning;
  }

  async #learn(profileId: ProfileId): Promise<Learnt> {
    const { table, thread } = this.options;
    const key = this.#key(profileId);
    const rows = await togetherRows(this.options, profileId);
    const model = suffices(rows) ? await thread.ask(await table.get(), 'together', rows) : null;
    const learnt = { profileId, key, together: togetherOf(rows, model) };
    this.#last = learnt;
    return learnt;
  }

  #key(profileId: ProfileId): string {
    const { catalogue, boards } = this.options;
    return JSON.stringify([catalogue.touched.markOfOthers(profileId), rowsOfBoards(boards)]);
  }
}

/** What others than a profile put together, and what stands on boards. */
export async function togetherRows(
  { catalogue, boards }: Pick<TogetherCacheOptions, 'catalogue' | 'boards'>,
  except: ProfileId,
): Promise<TogetherRows> {
  const people: TogetherRows['people'][number][] = [];
  const sessions: TogetherRows['sessions'][number][] = [];
  for (const { id } of catalogue.profiles.list()) {
    if (id === except) continue;
    const said: Signal[] = [];
    for await (const page of signalPages(catalogue.signals, id)) said.push(...page);
    const rows = rowsOfProfile(said);
    people.push(...rows.people);
    sessions.push(...rows.sessions);
    await pause();
  }
  return { people, sessions, boards: rowsOfBoards(boards) };
}

function rowsOfBoards(boards: Boards): number[][] {
  return rowsFrom(boards.list().map(({ works }) => works));
}
