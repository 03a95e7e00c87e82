import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtworkId, BoardId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { oneAfterAnother } from './one-after-another';

type StudioHandlers = HandlersOf<'boards'> & HandlersOf<'preferences'> & HandlersOf<'engine'>;

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    const stats = await stat(join(folder, entry)).catch(() => null);
    if (stats?.isFile()) bytes += stats.size;
  }
  return bytes;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

export function studioHandlers({
  boards,
  briefs,
  settledWorks,
  preferences,
  catalogue,
  thumbnails,
  dataFolder,
  version,
  styles,
  emit,
}: EngineContext): StudioHandlers {
  const told = <T>(result: T): T => {
    emit('boards.changed', {});
    return result;
  };
  const worksOn = (id: BoardId): readonly ArtworkId[] =>
    boards.list().find((board) => board.id === id)?.works ?? [];
  // What moved is told by what was there before: two changes at once must not both begin from the same.
  const inTurn = oneAfterAnother();
  return {
    'boards.list': () => boards.list(),
    'boards.create': async ({ name }) => told(await boards.create(name)),
    'boards.rename': async ({ id, name }) => told(await boards.rename(id, name)),
    'boards.remove': ({ id }) =>
      inTurn(async () => {
        const before = worksOn(id);
        await boards.remove(id);
        noteMoves(catalogue, before, []);
        told(undefined);
      }),
    'boards.setWorks': ({ id, works }) =>
      inTurn(async () => {
        const before = worksOn(id);
        const board = await boards.setWorks(id, works);
        noteMoves(catalogue, before, board.works);
        return told(board);
      }),
    'preferences.get': () => preferences.data,
    'preferences.set': async (patch) => {
      const { learnAxis } = preferences.data;
      const now = await preferences.update((before) => ({ ...before, ...definedOnly(patch) }));
      if (now.learnAxis !== learnAxis) await styles.relearn([]);
      return now;
    },
    'engine.info': async () => ({
      dataFolder,
      cataloguePath: catalogue.path,
      catalogueBytes: await sizeOf(catalogue.path),
      thumbnailsFolder: thumbnails.folder,
      thumbnailBytes: await bytesBelow(thumbnails.folder),
      version,
      notices: [preferences, boards, briefs, settledWorks].flatMap(({ notices }) => [...notices]),
    }),
  };
}

/** What came onto a board and what left it says something of a taste; another order does not. */
function noteMoves(
  { database, signals }: Catalogue,
  before: readonly ArtworkId[],
  after: readonly ArtworkId[],
): void {
  const [was, is] = [new Set(before), new Set(after)];
  database.transaction(() => {
    for (const id of after) if (!was.has(id)) signals.note('board-add', id);
    for (const id of before) if (!is.has(id)) signals.note('board-remove', id);
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(patch: T): Defined<T> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
