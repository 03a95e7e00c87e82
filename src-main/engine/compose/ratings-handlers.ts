import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { EngineError } from '../../contract';
import { decodeTable, matchRatings, parseRatings } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { oneAfterAnother } from './one-after-another';
import { takeBack, takeIn } from './ratings-intake';
import { ratingsPreview, type ReadRatings } from './ratings-preview';
import { readBytes } from './read-bytes';

const MOST_BYTES = 64_000_000;

/** Ratings of others from a table: looked at first, taken in whole, taken back whole. */
export function ratingsHandlers({ catalogue, emit }: EngineContext): HandlersOf<'ratings'> {
  const { ratingImports, artworks } = catalogue;
  const inTurn = oneAfterAnother();
  const changed = (): void => {
    emit('profiles.changed', {});
    emit('catalogue.changed', { ids: [], total: artworks.countVisible() });
    emit('suggestions.changed', {});
  };
  return {
    'ratings.preview': async ({ path }) =>
      ratingsPreview(catalogue, path, await read(catalogue, path)),
    'ratings.import': async ({ path, digest }) => {
      const { matched, digest: found } = await read(catalogue, path);
      if (found !== digest)
        throw new EngineError('ratings/changed', 'Expected the table that was looked at', { path });
      try {
        return await inTurn(() => takeIn(catalogue, basename(path), matched.ratings));
      } finally {
        changed();
      }
    },
    'ratings.imports': () => ratingImports.list(),
    'ratings.undo': async ({ id }) => {
      await inTurn(() => takeBack(catalogue, ratingImports.get(id).id));
      changed();
    },
  };
}

async function read(catalogue: Catalogue, path: string): Promise<ReadRatings> {
  const bytes = await readBytes(path, MOST_BYTES, 'ratings/table-invalid');
  const digest = createHash('sha256').update(bytes).digest('hex');
  try {
    const parsed = await parseRatings(decodeTable(bytes));
    return { matched: await matchRatings(catalogue, parsed), digest };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.code, error.message, { ...error.detail, path });
  }
}
