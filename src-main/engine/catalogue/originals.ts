import { readBytes, type FileBytes } from './read-bytes';
import { EngineError, type ArtworkId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { complaintOf } from './file-error';
import { NO_ENCODER_INPUT, type ReadWork } from './ports';
import type { ThumbnailFile, Thumbnails } from './thumbnails';

/**
 * Where the original of a work lies.
 *
 * @throws EngineError 'artwork/not-found', or 'file/not-found' while its file or disk is missing
 */
export function originalOf({ artworks, files }: Catalogue, id: ArtworkId): string {
  const { fileName } = artworks.get(id);
  const place = files.placeOf(id);
  if (!place || place.missing) {
    throw new EngineError('file/not-found', `The file of ${fileName} is not there`, {
      id,
      path: place?.path ?? fileName,
    });
  }
  return place.path;
}

/**
 * The original of a work as it is now, which may be another content than the one that was looked at.
 *
 * @throws EngineError 'artwork/not-found', or with a `file/*` code
 */
export async function readOriginal(
  catalogue: Catalogue,
  id: ArtworkId,
): Promise<Pick<FileBytes, 'bytes' | 'hash'> & { path: string }> {
  const path = originalOf(catalogue, id);
  try {
    const { bytes, hash } = await readBytes(path);
    return { path, bytes, hash };
  } catch (error) {
    const { code, reason } = complaintOf(error);
    throw new EngineError(code, reason, { path });
  }
}

export interface ThumbnailMakerOptions {
  readonly catalogue: Catalogue;
  readonly thumbnails: Thumbnails;
  readonly readWork: ReadWork;
}

/** Finds thumbnails, and makes again those that the cache has let go. */
export class ThumbnailMaker {
  readonly #making = new Map<string, Promise<ThumbnailFile>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ThumbnailMakerOptions) {}

  /**
   * @throws EngineError 'artwork/not-found'; with a `file/*` code when the thumbnail is gone and its
   * original cannot be read
   */
  async thumbnailOf(id: ArtworkId): Promise<ThumbnailFile> {
    const { catalogue, thumbnails } = this.options;
    const { hash } = catalogue.artworks.get(id);
    const found = await thumbnails.find(hash);
    if (found) return found;
    const making = this.#making.get(hash) ?? this.#queue(id, hash);
    this.#making.set(hash, making);
    return making.finally(() => this.#making.delete(hash));
  }

  /** One at a time: a gallery may ask for a hundred at once, and each holds a whole original. */
  #queue(id: ArtworkId, hash: string): Promise<ThumbnailFile> {
    const made = this.#turn.then(() => this.#make(id, hash));
    this.#turn = made.catch(() => undefined);
    return made;
  }

  async #make(id: ArtworkId, hash: string): Promise<ThumbnailFile> {
    const { catalogue, thumbnails, readWork } = this.options;
    const file = originalOf(catalogue, id);
    try {
      const read = await readBytes(file);
      if (read.hash !== hash) {
        throw new EngineError('file/unreadable', 'The file has changed since it was looked at');
      }
      const { thumbnail } = await readWork(file, read.bytes, NO_ENCODER_INPUT);
      return await thumbnails.save(hash, thumbnail.data, thumbnail.mime);
    } catch (error) {
      const { code, reason } = complaintOf(error);
      throw new EngineError(code, reason, { path: file });
    }
  }
}
