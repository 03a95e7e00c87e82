import { z } from 'zod';
import {
  EngineError,
  profileFileSchema,
  type ArtworkId,
  type ProfileFile,
  type ProfileId,
  type ProfileImport,
} from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { pause } from '../storage/yielding';
import { signalPages } from './signal-pages';

const STRETCH = 500;

/** A profile with all its signals and opinions, its works named so that they are found elsewhere. */
export async function packProfile(catalogue: Catalogue, id: ProfileId): Promise<ProfileFile> {
  const { profiles, opinions, artworks } = catalogue;
  const { name } = profiles.get(id);
  const places = new Map<ArtworkId, number>();
  const works: ProfileFile['works'] = [];
  const placeOf = (artworkId: ArtworkId): number => {
    const known = places.get(artworkId);
    if (known !== undefined) return known;
    const { hash, fileName } = artworks.get(artworkId);
    places.set(artworkId, works.length);
    return works.push({ hash, fileName }) - 1;
  };
  const told: ProfileFile['signals'] = [];
  for await (const page of signalPages(catalogue.signals, id))
    for (const { kind, artworkId, otherId, at, session, value } of page) {
      const other = otherId === null ? null : placeOf(otherId);
      told.push({ kind, work: placeOf(artworkId), other, at, session, value });
    }
  return {
    format: 'oeuvre-profile',
    version: 1,
    name,
    exportedAt: new Date().toISOString(),
    works,
    signals: told,
    opinions: opinions.of(id).map(({ artworkId, rating, favourite }) => ({
      work: placeOf(artworkId),
      rating,
      favourite,
    })),
  };
}

/**
 * Makes a new profile of a file's text. All or nothing.
 *
 * @throws EngineError 'profile/file-damaged' or 'profile/file-newer'
 */
export async function unpackProfile(catalogue: Catalogue, text: string): Promise<ProfileImport> {
  const file = parseFile(text);
  const ids: Array<ArtworkId | null> = [];
  for (const [at, work] of file.works.entries()) {
    ids.push(catalogue.artworks.idOf(work.hash) ?? onlyOneNamed(catalogue, work.fileName));
    if (at % STRETCH === STRETCH - 1) await pause();
  }
  return catalogue.database.transaction(() => save(catalogue, file, ids));
}

function save(
  { profiles, signals, opinions }: Catalogue,
  file: ProfileFile,
  ids: ReadonlyArray<ArtworkId | null>,
): ProfileImport {
  const { id: profileId } = profiles.create(freeName(profiles, file.name));
  const told = file.signals.flatMap(({ work, other, ...rest }) => {
    const artworkId = ids[work] ?? null;
    const otherId = other === null ? null : (ids[other] ?? null);
    const isHere = artworkId !== null && (other === null || otherId !== null);
    return isHere ? [{ ...rest, artworkId, otherId, profileId }] : [];
  });
  signals.add(told);
  let unmatched = file.signals.length - told.length;
  for (const { work, rating, favourite } of file.opinions) {
    const artworkId = ids[work] ?? null;
    if (artworkId === null) {
      unmatched++;
      continue;
    }
    if (rating > 0) opinions.rate([artworkId], rating, profileId);
    if (favourite) opinions.setFavourite([artworkId], true, profileId);
  }
  return { profile: profiles.get(profileId), unmatched };
}

/** A file name stands for a work only where no other work has it. */
function onlyOneNamed({ artworks }: Catalogue, fileName: string): ArtworkId | null {
  const [id, another] = artworks.named(fileName);
  return id === undefined || another !== undefined ? null : id;
}

function freeName(profiles: Catalogue['profiles'], name: string): string {
  let free = name;
  for (let count = 2; profiles.named(free); count++) free = `${name.slice(0, 110)} ${count}`;
  return free;
}

const headSchema = z.object({ format: z.literal('oeuvre-profile'), version: z.int() });

function parseFile(text: string): ProfileFile {
  const json = parseJson(text);
  const head = headSchema.safeParse(json);
  if (head.success && head.data.version > 1)
    throw new EngineError(
      'profile/file-newer',
      `Expected version 1 but received ${head.data.version}`,
    );
  const parsed = profileFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new EngineError('profile/file-damaged', parsed.error.message.slice(0, 500));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EngineError('profile/file-damaged', (error as Error).message);
  }
}
