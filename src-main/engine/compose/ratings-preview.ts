import { basename } from 'node:path';
import type { ArtworkId, ProfileId, RatingsPreview } from '../../contract';
import type { MatchedRatings } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import { forEachYielding } from '../storage/yielding';

/** A table of ratings as it was found. */
export interface ReadRatings {
  readonly matched: MatchedRatings;
  /** SHA-256 of the file. */
  readonly digest: string;
}

interface Person {
  readonly name: string;
  readonly profileId: ProfileId | null;
  /** Whether a rating of a work from that time, null for now, takes the place of one that the person gave before. */
  readonly replaces: (id: ArtworkId, at: string | null) => boolean;
  ratings: number;
}

const FAULTS_SHOWN = 200;
const USERS_SHOWN = 200;
/** Ratings between two turns of everything else: some milliseconds, also where each is of somebody else. */
const STRETCH = 100;

/** What a table would bring, for a person to look at before it is taken in. */
export async function ratingsPreview(
  catalogue: Catalogue,
  path: string,
  { matched: { ratings, faults }, digest }: ReadRatings,
): Promise<RatingsPreview> {
  const people = new Map<string, Person>();
  const works = new Set<ArtworkId>();
  let replaced = 0;
  await forEachYielding(ratings, STRETCH, ({ user, artworkId, at }) => {
    const key = user.toLowerCase();
    const person = people.get(key) ?? personCalled(catalogue, user);
    people.set(key, person);
    person.ratings++;
    works.add(artworkId);
    replaced += Number(person.replaces(artworkId, at));
  });
  return {
    fileName: basename(path),
    digest,
    rows: ratings.length + faults.length,
    users: mostOf(people.values()),
    userCount: people.size,
    works: works.size,
    ratings: ratings.length,
    replaced,
    faults: faults.slice(0, FAULTS_SHOWN),
    faultCount: faults.length,
  };
}

function mostOf(people: Iterable<Person>): RatingsPreview['users'] {
  return [...people]
    .sort((one, other) => other.ratings - one.ratings || one.name.localeCompare(other.name))
    .slice(0, USERS_SHOWN)
    .map(({ name, profileId, ratings }) => ({ name, isNew: profileId === null, ratings }));
}

function personCalled({ profiles, opinions, signals }: Catalogue, name: string): Person {
  const profileId = profiles.named(name)?.id ?? null;
  if (profileId === null) return { name, profileId, replaces: () => false, ratings: 0 };
  const given = new Set(opinions.ratings(profileId).map(({ artworkId }) => artworkId));
  const rated = signals.lastRated(profileId);
  const isLater = (id: ArtworkId, at: string | null): boolean =>
    at === null || at >= (rated.get(id) ?? '');
  const replaces = (id: ArtworkId, at: string | null) => given.has(id) && isLater(id, at);
  return { name, profileId, replaces, ratings: 0 };
}
