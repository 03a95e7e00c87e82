import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** About 250,000 thumbnails. */
export const THUMBNAIL_CACHE_BYTES = 8 * 1024 ** 3;

/** Emptied to this share of the limit, so that it is not at the limit again at once. */
const KEEP_SHARE = 0.9;

/** What a writer that died left behind is older than this. */
const ORPHAN_AGE_MS = 3_600_000;

interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** Time of last use: `Thumbnails.find` keeps it as the file's time. */
  readonly usedAt: number;
}

export interface CacheState {
  readonly files: number;
  readonly bytes: number;
}

/** Size of the thumbnail cache; walks it, so ask seldom. */
export async function measureThumbnails(folder: string): Promise<CacheState> {
  return stateOf(await entriesOf(folder));
}

/**
 * Deletes the thumbnails that were not used for longest until the rest fits, and what interrupted writers
 * left behind. Whatever is deleted is made again when it is asked for.
 *
 * @returns the state afterwards
 */
export async function trimThumbnails(
  folder: string,
  limit = THUMBNAIL_CACHE_BYTES,
): Promise<CacheState> {
  const entries = await entriesOf(folder);
  const orphans = entries.filter(isOrphan);
  for (const orphan of orphans) await remove(orphan);
  const kept = entries.filter((entry) => !isOrphan(entry)).sort((a, b) => a.usedAt - b.usedAt);
  let { bytes } = stateOf(kept);
  if (bytes <= limit) return stateOf(kept);
  let evicted = 0;
  for (const entry of kept) {
    if (bytes <= limit * KEEP_SHARE) break;
    await remove(entry);
    bytes -= entry.bytes;
    evicted += 1;
  }
  return { files: kept.length - evicted, bytes };
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const shards = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const entries: Entry[] = [];
  for (const shard of shards.filter((it) => it.isDirectory())) {
    const directory = path.join(folder, shard.name);
    const names = await readdir(directory).catch(() => []);
    for (const name of names) {
      const file = path.join(directory, name);
      const stats = await stat(file).catch(() => null);
      if (stats) entries.push({ path: file, bytes: stats.size, usedAt: stats.mtimeMs });
    }
  }
  return entries;
}

function stateOf(entries: readonly Entry[]): CacheState {
  return { files: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function isOrphan({ path: file, usedAt }: Entry): boolean {
  return file.endsWith('.tmp') && Date.now() - usedAt > ORPHAN_AGE_MS;
}

async function remove({ path: file }: Entry): Promise<void> {
  await unlink(file).catch(() => undefined);
}
