import path from 'node:path';
import type { ContentHash } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import type { FileStamp } from '../storage/repositories/files';
import type { PendingFile } from '../storage/repositories/pending';
import { ByteBudget } from './byte-budget';
import { complaintOf, type Complaint } from './file-error';
import { NO_ENCODER_INPUT, type Encoder, type Reading, type ReadWork } from './ports';
import { readBytes, type FileBytes } from './read-bytes';

export interface SeenFile {
  readonly file: PendingFile;
  /** Of exactly what was read. */
  readonly stamp: FileStamp;
}

/** What became of a file. */
export type Outcome =
  | {
      readonly kind: 'work';
      readonly hash: ContentHash;
      readonly files: readonly SeenFile[];
      readonly reading: Reading;
    }
  | { readonly kind: 'known'; readonly hash: ContentHash; readonly files: readonly SeenFile[] }
  | { readonly kind: 'failed'; readonly files: readonly SeenFile[]; readonly complaint: Complaint };

export interface TakeInOptions {
  readonly catalogue: Catalogue;
  readonly readWork: ReadWork;
  readonly encoder: Encoder | null;
}

/** Bytes of originals held in memory at once; a larger file is read alone. */
const BYTES_IN_FLIGHT = 256 * 1024 ** 2;

/**
 * Turns pending files into outcomes. A content that is known is not decoded, and one that lies in several
 * files is decoded once.
 */
export class TakeIn {
  readonly #budget = new ByteBudget(BYTES_IN_FLIGHT);
  /** Contents being decoded or waiting to be saved, with all files that hold them. */
  readonly #claimed = new Map<ContentHash, SeenFile[]>();

  constructor(private readonly options: TakeInOptions) {}

  /**
   * @param onlyKnown leave a file whose content is new for later
   * @returns null when another file's outcome will carry this one, or when it was left for later
   */
  async take(file: PendingFile, onlyKnown: boolean): Promise<Outcome | null> {
    const { pending } = this.options.catalogue;
    const full = path.join(file.directory, file.name);
    pending.begin(file.id);
    return this.#budget.with(file.size, async () => {
      try {
        const read = await readBytes(full);
        return await this.#outcome(file, full, read, onlyKnown);
      } catch (error) {
        return { kind: 'failed', files: [{ file, stamp: file }], complaint: complaintOf(error) };
      }
    });
  }

  /** The outcome is in the catalogue: from now on its content is known there. */
  release({ hash }: { hash: ContentHash }): void {
    this.#claimed.delete(hash);
  }

  async #outcome(
    file: PendingFile,
    full: string,
    { bytes, hash, stamp }: FileBytes,
    onlyKnown: boolean,
  ): Promise<Outcome | null> {
    const seen = { file, stamp };
    if (this.#isKnown(hash)) return { kind: 'known', hash, files: [seen] };
    const claim = this.#claimed.get(hash);
    if (claim) {
      claim.push(seen);
      return null;
    }
    if (onlyKnown) {
      this.options.catalogue.pending.leave(file.id);
      return null;
    }
    return this.#decode(seen, full, bytes, hash);
  }

  async #decode(
    seen: SeenFile,
    full: string,
    bytes: Uint8Array,
    hash: ContentHash,
  ): Promise<Outcome> {
    const files = [seen];
    this.#claimed.set(hash, files);
    try {
      const input = this.options.encoder?.input ?? NO_ENCODER_INPUT;
      return {
        kind: 'work',
        hash,
        files,
        reading: await this.options.readWork(full, bytes, input),
      };
    } catch (error) {
      this.#claimed.delete(hash);
      return { kind: 'failed', files, complaint: complaintOf(error) };
    }
  }

  #isKnown(hash: ContentHash): boolean {
    const { artworks, analyses, vectors } = this.options.catalogue;
    const modelId = this.options.encoder?.modelId;
    return (
      artworks.idOf(hash) !== null &&
      analyses.isCurrent(hash) &&
      (modelId === undefined || vectors.has(hash, modelId))
    );
  }
}
