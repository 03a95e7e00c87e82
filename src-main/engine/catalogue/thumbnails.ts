import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentHash } from '../../contract';
import { toDiskError } from '../storage/storage-error';

export type ThumbnailMime = 'image/jpeg' | 'image/webp';

export interface ThumbnailFile {
  readonly path: string;
  readonly mime: ThumbnailMime;
}

const EXTENSIONS: ReadonlyArray<readonly [ThumbnailMime, string]> = [
  ['image/jpeg', '.jpg'],
  ['image/webp', '.webp'],
];

/** The time of last use is kept as the file's own time, not finer than this. */
const USE_RESOLUTION_MS = 6 * 3_600_000;

/**
 * Thumbnails by content: `ab/abcd....jpg` below one folder. A file appears whole or not at all, and any of
 * them may be deleted at any time.
 */
export class Thumbnails {
  constructor(readonly folder: string) {}

  /** @throws EngineError 'catalogue/disk-full' */
  async save(hash: ContentHash, data: Uint8Array, mime: ThumbnailMime): Promise<ThumbnailFile> {
    const target = this.#path(hash, mime);
    const directory = path.dirname(target);
    const temporary = path.join(directory, `${randomUUID()}.tmp`);
    await mkdir(directory, { recursive: true });
    try {
      await writeFile(temporary, data);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw toDiskError(target, error);
    }
    return { path: target, mime };
  }

  /** @returns null when there is none, or only the empty shell that a power cut can leave */
  async find(hash: ContentHash): Promise<ThumbnailFile | null> {
    for (const [mime] of EXTENSIONS) {
      const file = this.#path(hash, mime);
      const stats = await stat(file).catch(() => null);
      if (!stats || stats.size === 0) continue;
      if (Date.now() - stats.mtimeMs > USE_RESOLUTION_MS) await markUsed(file);
      return { path: file, mime };
    }
    return null;
  }

  #path(hash: ContentHash, mime: ThumbnailMime): string {
    const extension = mime === 'image/webp' ? '.webp' : '.jpg';
    return path.join(this.folder, hash.slice(0, 2), `${hash}${extension}`);
  }
}

async function markUsed(file: string): Promise<void> {
  const now = new Date();
  // It may have been evicted since; then the next one who asks makes it again.
  await utimes(file, now, now).catch(() => undefined);
}
