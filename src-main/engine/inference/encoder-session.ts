import type { InferenceSession } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import type { ModelManifest } from '../../contract/manifest';
import type { RgbImage } from '../kernel/rgb-image';
import type { LoadedModel } from './load-model-folder';
import { openSession, runSession } from './open-session';
import { emptyEmbeddings, postprocess, type Embeddings } from './postprocess';
import { preprocess } from './preprocess';

export interface EncoderOptions {
  /** Threads within one operator. onnxruntime's run blocks the calling JavaScript thread meanwhile. */
  threads?: number;
  /** Most images in one run; bounds memory (about 10 MB an image at 224 px). */
  batchSize?: number;
}

/** A model that is ready to look at images. */
export interface EncoderSession {
  readonly manifest: ModelManifest;
  /**
   * Embeds images of exactly `manifest.input.width` x `height` pixels, in batches.
   *
   * @throws EngineError 'model/run-failed'
   */
  embed(images: readonly RgbImage[]): Promise<Embeddings>;
  close(): Promise<void>;
}

const DEFAULT_THREADS = 2;
const DEFAULT_BATCH = 8;

/**
 * Starts onnxruntime on a verified model.
 *
 * @throws EngineError 'model/run-failed' when onnxruntime refuses it, 'model/manifest-invalid' when its
 * inputs or outputs are not those its manifest declares
 */
export async function openEncoder(
  model: LoadedModel,
  { threads = DEFAULT_THREADS, batchSize = DEFAULT_BATCH }: EncoderOptions = {},
): Promise<EncoderSession> {
  const { manifest, bytes } = model;
  const session = await openSession(bytes, { name: manifest.id, threads });
  checkNames(session, manifest);
  return {
    manifest,
    embed: async (images) => {
      const all = emptyEmbeddings(manifest);
      for (let start = 0; start < images.length; start += batchSize) {
        append(all, await embedBatch(session, manifest, images.slice(start, start + batchSize)));
      }
      return all;
    },
    close: () => session.release(),
  };
}

function checkNames(
  { inputNames, outputNames }: InferenceSession,
  { id, input, outputs }: ModelManifest,
): void {
  const missing = outputs.map(({ name }) => name).filter((name) => !outputNames.includes(name));
  if (inputNames.length === 1 && inputNames[0] === input.name && missing.length === 0) return;
  throw new EngineError(
    'model/manifest-invalid',
    `The graph of ${id} has other inputs or outputs than its manifest`,
    { inputs: inputNames.join(', '), outputs: outputNames.join(', ') },
  );
}

async function embedBatch(
  session: InferenceSession,
  manifest: ModelManifest,
  images: readonly RgbImage[],
): Promise<Embeddings> {
  const input = preprocess(images, manifest.input);
  const names = manifest.outputs.map(({ name }) => name);
  const tensors = await runSession(session, { [manifest.input.name]: input }, names);
  return postprocess(tensors, manifest, images.length);
}

function append(all: Embeddings, part: Embeddings): void {
  all.style.push(...part.style);
  all.subject.push(...part.subject);
  all.joint.push(...part.joint);
  for (const [id, rows] of Object.entries(part.heads)) (all.heads[id] ??= []).push(...rows);
}
