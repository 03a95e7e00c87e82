import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { EngineError, type ProfileId, type RatingsPreview } from '../../contract';
import { matchRatings, parseRatings, type MatchedRatings } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { readUtf8 } from './read-utf8';

const MOST_BYTES = 64_000_000;
const FAULTS_SHOWN = 200;
const USERS_SHOWN = 200;

interface Read {
  matched: MatchedRatings;
  digest: string;
}

/** Ratings of others from a table: looked at first, taken in whole, taken back whole. */
export function ratingsHandlers({ catalogue, emit }: EngineContext): HandlersOf<'ratings'> {
  const { ratingImports, profiles, opinions, artworks, signals } = catalogue;
  const changed = (): void => {
    emit('profiles.changed', {});
    emit('catalogue.changed', { ids: [], total: artworks.countVisible() });
    emit('suggestions.changed', { signals: signals.reactions(profiles.active).size });
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
      for (const left of ratingImports.undo(id)) {
        if (profiles.active === left) opinions.show(1);
        profiles.remove(left);
      }
      changed();
    },
  };
}

async function read(catalogue: Catalogue, path: string): Promise<Read> {
  const text = await readUtf8(path, MOST_BYTES, 'ratings/table-invalid');
  const digest = createHash('sha256').update(text).digest('hex');
  try {
    return { matched: await matchRatings(catalogue, parseRatings(text)), digest };
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
  const replaced = ratings.filter(({ user, artworkId }) => {
    const profileId = users.get(user.toLowerCase())?.profileId ?? null;
    return profileId !== null && opinions.ratingOf(profileId, artworkId) > 0;
  });
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

/** All or nothing. Of several ratings of a work by one person the latest counts as the opinion. */
function takeIn(catalogue: Catalogue, fileName: string, { ratings }: MatchedRatings): number {
  const { database, ratingImports, profiles, signals } = catalogue;
  const now = new Date().toISOString();
  const inTime = ratings
    .map((rating) => ({ ...rating, at: rating.at ?? now }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.line - b.line);
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
    for (const { user, artworkId, rating, at } of inTime) {
      const profileId = ownerOf(user);
      const told = { kind: 'rating' as const, artworkId, otherId: null, profileId, at };
      signals.add({ ...told, session: `import ${id}`, value: rating, importId: id });
      ratingImports.rate(id, profileId, artworkId, Math.round(rating));
    }
    return id;
  });
}
