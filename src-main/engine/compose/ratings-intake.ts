import type { ProfileId, RatingsImport } from '../../contract';
import { chunks } from '../kernel/chunks';
import type { MatchedRating } from '../recommend';
import type { Catalogue } from '../storage/catalogue';
import type { ToldRating } from '../storage/repositories/rating-imports';
import { pause } from '../storage/yielding';

/** People that are looked up or given a profile without a pause, at some 50 microseconds each. */
const PEOPLE_AT_ONCE = 200;

/**
 * Takes a table in, all or nothing, letting everything else have its turn. Who has no profile yet is given one. Where it
 * is cut off, by a full disk or the end of the process, what there is of it is taken back now or when the catalogue is
 * next opened.
 *
 * @throws EngineError 'catalogue/*' when it can't be written
 */
export async function takeIn(
  catalogue: Catalogue,
  fileName: string,
  ratings: readonly MatchedRating[],
): Promise<RatingsImport> {
  const { ratingImports } = catalogue;
  const id = ratingImports.begin(fileName);
  try {
    const owners = await ownersOf(catalogue, id, ratings);
    await inStretches(ratingImports.take(id, inOrderOfTime(ratings, owners)));
    ratingImports.finish(id);
    return ratingImports.get(id);
  } catch (error) {
    await takeBack(catalogue, id).catch(() => undefined);
    throw error;
  }
}

/** Takes an import back, with the profiles that it made and that have done nothing else. */
export async function takeBack({ ratingImports }: Catalogue, id: number): Promise<void> {
  await inStretches(ratingImports.undo(id));
}

/** Takes back what an earlier process did not finish. What can't be, as on a full disk, waits for the next opening. */
export async function takeBackUnfinished(catalogue: Catalogue): Promise<void> {
  for (const id of catalogue.ratingImports.unfinished())
    await takeBack(catalogue, id).catch(() => undefined);
}

async function inStretches(steps: Generator<void>): Promise<void> {
  while (!steps.next().done) await pause();
}

/** The profile of everyone in the table, by name in lower case. */
async function ownersOf(
  catalogue: Catalogue,
  id: number,
  ratings: readonly MatchedRating[],
): Promise<ReadonlyMap<string, ProfileId>> {
  const owners = new Map<string, ProfileId>();
  for (const names of chunks(namesIn(ratings), PEOPLE_AT_ONCE)) {
    catalogue.database.transaction(() => {
      for (const name of names) owners.set(keyOf(name), ownerCalled(name, catalogue, id));
    });
    await pause();
  }
  return owners;
}

/** Each person once, as first written. */
function namesIn(ratings: readonly MatchedRating[]): string[] {
  const names = new Map<string, string>();
  for (const { user } of ratings) if (!names.has(keyOf(user))) names.set(keyOf(user), user);
  return [...names.values()];
}

function ownerCalled(name: string, catalogue: Catalogue, id: number): ProfileId {
  const { profiles, ratingImports } = catalogue;
  const known = profiles.named(name)?.id;
  if (known !== undefined) return known;
  const made = profiles.create(name).id;
  ratingImports.keepProfile(id, made);
  return made;
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

function inOrderOfTime(
  ratings: readonly MatchedRating[],
  owners: ReadonlyMap<string, ProfileId>,
): ToldRating[] {
  const now = new Date().toISOString();
  const told = ratings.map(({ user, artworkId, rating, at, line }) => ({
    profileId: owners.get(keyOf(user)) ?? 0,
    artworkId,
    rating,
    at: at ?? now,
    line,
  }));
  // Plain comparison: ISO times sort as texts, and a locale's order takes twenty times as long.
  return told.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
}
