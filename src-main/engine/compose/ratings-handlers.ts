import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { EngineError, ME, type ProfileId, type RatingsPreview } from '../../contract';
import { decodeTable, matchRatings, parseRatings, type MatchedRatings } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
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
  const { ratingImports, profiles, opinions, artworks } = catalogue;
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
      const id = takeIn(catalogue, basename(path), matched);
      changed();
      return ratingImports.get(id);
    },
    'ratings.imports': () => ratingImports.list(),
    'ratings.undo': ({ id }) => {
      catalogue.database.transaction(() => {
        for (const left of ratingImports.undo(id)) {
          if (profiles.active === left) opinions.show(ME);
          profiles.remove(left);
        }
      });
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

/** All or nothing. Who has no profile yet is given one. */
function takeIn(catalogue: Catalogue, fileName: string, { ratings }: MatchedRatings): number {
  const { database, ratingImports, profiles } = catalogue;
  const now = new Date().toISOString();
  return database.transaction(() => {
    const id = ratingImports.begin(fileName);
    const owners = new Map<string, ProfileId>();
    const ownerOf = (user: string): ProfileId => {
      const key = user.toLowerCase();
      const known = owners.get(key) ?? profiles.named(user)?.id;
      const owner = known ?? profiles.create(user).id;
      if (known === undefined) ratingImports.keepProfile(id, owner);
      owners.set(key, owner);
      return owner;
    };
    const told = ratings.map(({ user, artworkId, rating, at, line }) => ({
      profileId: ownerOf(user),
      artworkId,
      rating,
      at: at ?? now,
      line,
    }));
    // Plain comparison: ISO times sort as texts, and a locale's order takes twenty times as long.
    told.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
    ratingImports.take(id, told);
    return id;
  });
}
