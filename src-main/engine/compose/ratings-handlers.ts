import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { EngineError, type ProfileId, type RatingsPreview } from '../../contract';
import { decodeTable, matchRatings, parseRatings, type MatchedRatings } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { oneAfterAnother } from './one-after-another';
import { takeBack, takeIn } from './ratings-intake';
import { readBytes } from './read-bytes';

const MOST_BYTES = 64_000_000;
const FAULTS_SHOWN = 200;
const USERS_SHOWN = 200;

interface Read {
  matched: MatchedRatings;
  digest: string;
}

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
    'ratings.preview': async ({ path }) => previewOf(catalogue, path, await read(catalogue, path)),
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

async function read(catalogue: Catalogue, path: string): Promise<Read> {
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

function previewOf(
  { profiles, opinions }: Catalogue,
  path: string,
  { matched: { ratings, faults }, digest }: Read,
): RatingsPreview {
  const users = new Map<string, { name: string; profileId: ProfileId | null; ratings: number }>();
  for (const { user } of ratings) {
    const key = user.toLowerCase();
    const known = users.get(key);
    if (known) known.ratings++;
    else users.set(key, { name: user, profileId: profiles.named(user)?.id ?? null, ratings: 1 });
  }
  const given = new Map(
    [...users].map(([key, { profileId }]) => [
      key,
      new Set(profileId === null ? [] : opinions.ratings(profileId).map((it) => it.artworkId)),
    ]),
  );
  const replaced = ratings.filter(({ user, artworkId }) =>
    given.get(user.toLowerCase())?.has(artworkId),
  );
  return {
    fileName: basename(path),
    digest,
    rows: ratings.length + faults.length,
    users: [...users.values()]
      .sort((one, other) => other.ratings - one.ratings || one.name.localeCompare(other.name))
      .slice(0, USERS_SHOWN)
      .map(({ name, profileId, ratings: count }) => ({
        name,
        isNew: profileId === null,
        ratings: count,
      })),
    userCount: users.size,
    works: new Set(ratings.map(({ artworkId }) => artworkId)).size,
    ratings: ratings.length,
    replaced: replaced.length,
    faults: faults.slice(0, FAULTS_SHOWN),
    faultCount: faults.length,
  };
}
