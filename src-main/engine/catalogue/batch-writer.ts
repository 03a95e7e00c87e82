import path from 'node:path';
import type { ArtworkId, FolderId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { followName } from './follow-name';
import type { Encoder } from './ports';
import { recordOf } from './record-of';
import type { Outcome, SeenFile } from './take-in';
import type { Thumbnails } from './thumbnails';
import { vectorsOf, type WorkVectors } from './vectors-of';

type Work = Extract<Outcome, { kind: 'work' }>;

export interface BatchWriterOptions {
  readonly catalogue: Catalogue;
  readonly folderId: FolderId;
  readonly encoder: Encoder | null;
  readonly thumbnails: Thumbnails;
  /** Files that are known but no longer there. */
  readonly gone: ReadonlySet<number>;
  /** Told after each transaction. */
  readonly onSaved: (outcomes: readonly Outcome[], changed: readonly ArtworkId[]) => void;
}

/** Images in one run of the encoder. */
const WORKS_IN_BATCH = 8;
const OUTCOMES_IN_BATCH = 64;

/**
 * Collects outcomes and puts them away in batches: thumbnails, one run of the encoder, then one transaction
 * that holds everything. While one batch is being written the next is collected, and no more than that.
 */
export class BatchWriter {
  #open: Outcome[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: BatchWriterOptions) {}

  async add(outcome: Outcome): Promise<void> {
    this.#open.push(outcome);
    const works = this.#open.filter(({ kind }) => kind === 'work').length;
    if (works < WORKS_IN_BATCH && this.#open.length < OUTCOMES_IN_BATCH) return;
    const before = this.#writing;
    this.#seal();
    await before;
  }

  /** Puts everything away that was added. */
  async flush(): Promise<void> {
    if (this.#open.length > 0) this.#seal();
    await this.#writing;
  }

  #seal(): void {
    const batch = this.#open;
    this.#open = [];
    this.#writing = this.#writing.then(() => this.#write(batch));
    // Whoever adds or flushes next hears of a failure; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
  }

  async #write(batch: readonly Outcome[]): Promise<void> {
    const works = batch.filter((outcome) => outcome.kind === 'work');
    const { thumbnails, catalogue, onSaved } = this.options;
    const [vectors] = await Promise.all([
      this.#embed(works),
      ...works.map(({ hash, reading: { thumbnail } }) =>
        thumbnails.save(hash, thumbnail.data, thumbnail.mime),
      ),
    ]);
    const changed = catalogue.database.transaction(() => {
      const ids = batch.flatMap((outcome) => this.#save(outcome, vectors));
      if (ids.length > 0) catalogue.meta.touch();
      return ids;
    });
    onSaved(batch, changed);
  }

  async #embed(works: readonly Work[]): Promise<ReadonlyMap<Outcome, WorkVectors>> {
    const { encoder } = this.options;
    if (!encoder || works.length === 0) return new Map();
    const vectors = await vectorsOf(
      encoder,
      works.map(({ reading }) => reading.modelInput),
    );
    return new Map(works.map((work, i) => [work, vectors[i] ?? new Map()]));
  }

  #save(outcome: Outcome, vectors: ReadonlyMap<Outcome, WorkVectors>): ArtworkId[] {
    for (const { file } of outcome.files) this.options.catalogue.pending.finish(file.id);
    if (outcome.kind === 'failed') {
      this.#saveFailure(outcome);
      return [];
    }
    const id = outcome.kind === 'work' ? this.#saveWork(outcome) : this.#knownWork(outcome);
    const found = vectors.get(outcome);
    const modelId = this.options.encoder?.modelId;
    if (found && modelId !== undefined) {
      this.options.catalogue.vectors.save(outcome.hash, { modelId, vectors: found });
    }
    const changed = [id, ...this.#attach(outcome.files, id)];
    this.options.catalogue.search.refresh([id]);
    for (const one of changed) followName(this.options.catalogue, one);
    return changed;
  }

  #saveFailure({ files, complaint }: Extract<Outcome, { kind: 'failed' }>): void {
    for (const { file, stamp } of files) {
      const { size, mtimeNs } = stamp;
      const failure = { path: path.join(file.directory, file.name), ...complaint, size, mtimeNs };
      this.options.catalogue.failures.record(this.options.folderId, failure);
    }
  }

  #saveWork(work: Work): ArtworkId {
    const { analyses, keywords } = this.options.catalogue;
    const { hash, reading } = work;
    const id = this.#placeFor(work);
    const { analysis, paletteVector, perceptualHash, metadata } = reading;
    analyses.save(hash, { analysis, paletteVector, perceptualHash });
    analyses.setSwatches(id, analysis.palette);
    keywords.set(id, metadata.keywords);
    return id;
  }

  /** The artwork this content belongs to: the one that has it, the one saved again, or a new one. */
  #placeFor({ hash, reading, files }: Work): ArtworkId {
    const { artworks, analyses, vectors } = this.options.catalogue;
    const [first] = files;
    if (!first) throw new Error('Expected an outcome to have a file');
    const { file, stamp } = first;
    const id = artworks.idOf(hash) ?? this.#savedAgain(file);
    if (id === null) return artworks.create(recordOf(hash, file.name, stamp.mtimeNs, reading));
    const before = artworks.get(id);
    const isResaved = before.hash !== hash;
    const name = isResaved || !before.visible ? file.name : before.fileName;
    artworks.replace(id, recordOf(hash, name, stamp.mtimeNs, reading, before.date));
    if (isResaved) {
      analyses.forget(before.hash);
      vectors.forget(before.hash);
    }
    return id;
  }

  /** The artwork that lay at this place, unless its old content is still to be found somewhere else. */
  #savedAgain(file: SeenFile['file']): ArtworkId | null {
    const { files } = this.options.catalogue;
    const before = files.at(file);
    if (!before) return null;
    const elsewhere = files
      .presentOf(before.artworkId)
      .filter(({ id }) => id !== before.id && !this.options.gone.has(id));
    return elsewhere.length === 0 ? before.artworkId : null;
  }

  #knownWork({ hash }: Extract<Outcome, { kind: 'known' }>): ArtworkId {
    const id = this.options.catalogue.artworks.idOf(hash);
    if (id === null) throw new Error(`Expected to know the content ${hash}`);
    return id;
  }

  /** @returns the artworks that lay at these places before */
  #attach(seen: readonly SeenFile[], id: ArtworkId): ArtworkId[] {
    const { files, failures } = this.options.catalogue;
    return seen.flatMap(({ file, stamp }) => {
      const before = files.at(file)?.artworkId ?? id;
      files.attach(file, stamp, id);
      failures.clear(this.options.folderId, path.join(file.directory, file.name));
      return before === id ? [] : [before];
    });
  }
}
