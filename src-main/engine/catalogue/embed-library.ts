import { EngineError, type ArtworkId, type ContentHash } from '../../contract';
import type { RgbImage } from '../kernel/rgb-image';
import type { JobContext } from '../jobs/job-context';
import type { Catalogue } from '../storage/catalogue';
import { readOriginal } from './originals';
import type { Encoder, EncoderInput } from './ports';
import { vectorsOf } from './vectors-of';

/** Cuts what a model is to see out of a file. @throws EngineError with a `file/*` code */
export type ReadInput = (path: string, bytes: Uint8Array, size: EncoderInput) => Promise<RgbImage>;

export interface EmbedLibraryOptions {
  readonly catalogue: Catalogue;
  /** The model that is to follow the active one. */
  readonly encoder: Encoder;
  readonly readInput: ReadInput;
  readonly job: JobContext;
}

interface Work {
  readonly id: ArtworkId;
  readonly hash: ContentHash;
}

/** Works asked about at once: some milliseconds. */
const PAGE = 256;
/** Works decoded and embedded between two checkpoints. */
const BATCH = 4;

/**
 * Has a model look at every work it has not seen, while the vectors of the active model stay in use. Works that come in
 * meanwhile are caught up with. It may be stopped at any moment and begun again: nothing is computed twice. Works whose
 * file is away or unreadable are counted as failed and left to the next scan of their folder.
 *
 * @throws EngineError 'model/run-failed' and 'catalogue/*'; never for a file
 */
export async function embedLibrary(options: EmbedLibraryOptions): Promise<void> {
  const failed = new Set<ContentHash>();
  options.catalogue.meta.setNextModel(options.encoder.modelId);
  while ((await embedOnce(options, failed)) > 0);
}

/** One walk over all works. @returns how many were embedded */
async function embedOnce(options: EmbedLibraryOptions, failed: Set<ContentHash>): Promise<number> {
  const { catalogue, encoder, job } = options;
  let [done, embedded, last] = [0, 0, 0];
  job.report({ done, total: catalogue.artworks.countVisible(), failed: failed.size });
  for (;;) {
    await job.checkpoint();
    const page = catalogue.vectors.progressOf(encoder.modelId, last, PAGE);
    if (page.length === 0) return embedded;
    last = page.at(-1)?.id ?? last;
    const lacking = page.filter((work) => work.lacking && !failed.has(work.hash));
    done += page.length - lacking.length;
    job.report({ done });
    // What was there already was no work, and says nothing of how long the rest will take.
    if (lacking.length < page.length) job.restartRate();
    for (let at = 0; at < lacking.length; at += BATCH) {
      await job.checkpoint();
      const batch = lacking.slice(at, at + BATCH);
      embedded += await embedBatch(options, batch, failed);
      done += batch.length;
      job.report({ done, failed: failed.size });
    }
  }
}

async function embedBatch(
  { catalogue, encoder, readInput, job }: EmbedLibraryOptions,
  works: readonly Work[],
  failed: Set<ContentHash>,
): Promise<number> {
  const inputs = await Promise.all(
    works.map(async ({ id, hash }) => {
      try {
        const original = await readOriginal(catalogue, id);
        job.report({ current: original.path });
        if (original.hash !== hash) return null;
        return await readInput(original.path, original.bytes, encoder.input);
      } catch (error) {
        if (error instanceof EngineError) return null;
        throw error;
      }
    }),
  );
  for (const [at, { hash }] of works.entries()) if (!inputs[at]) failed.add(hash);
  const seen = works.flatMap(({ hash }, at) => {
    const image = inputs[at];
    return image ? [{ hash, image }] : [];
  });
  if (seen.length === 0) return 0;
  const vectors = await vectorsOf(
    encoder,
    seen.map(({ image }) => image),
  );
  catalogue.database.transaction(() => {
    for (const [at, { hash }] of seen.entries())
      catalogue.vectors.save(hash, {
        modelId: encoder.modelId,
        vectors: vectors[at] ?? new Map(),
      });
  });
  return seen.length;
}
