import { setImmediate } from 'node:timers/promises';
import type { ArtworkId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { followName } from './follow-name';

/** Files settled in one transaction. */
const STRETCH = 200;

/**
 * Says of files that are gone that they are. Where the same content lies somewhere else the place is
 * forgotten, because the work has moved; else it is kept as missing, so that it can be named.
 *
 * @returns the artworks concerned
 */
export async function settleGone(
  catalogue: Catalogue,
  gone: ReadonlySet<number>,
): Promise<ArtworkId[]> {
  const changed: ArtworkId[] = [];
  const ids = [...gone];
  for (let start = 0; start < ids.length; start += STRETCH) {
    catalogue.database.transaction(() => {
      const settled = ids.slice(start, start + STRETCH).map((id) => settleOne(catalogue, id));
      changed.push(...settled.filter((id) => id !== null));
      catalogue.meta.touch();
    });
    await setImmediate();
  }
  return changed;
}

function settleOne(catalogue: Catalogue, fileId: number): ArtworkId | null {
  const { files } = catalogue;
  const artworkId = files.artworkOf(fileId);
  if (artworkId === null) return null;
  files.setMissing(fileId, true);
  if (files.presentOf(artworkId).length === 0) return artworkId;
  files.forget(fileId);
  followName(catalogue, artworkId);
  return artworkId;
}
