import type { Tensor } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import type { ModelManifest, ModelOutput } from '../../contract/manifest';

/** What an encoder says about a list of images; every array is in the order of the images. */
export interface Embeddings {
  /** Unit vectors of the style axis. */
  style: Float32Array[];
  /** Unit vectors of the subject axis. */
  subject: Float32Array[];
  /** Unit vectors that share their space with texts; none where the model has no such output. */
  joint: Float32Array[];
  /**
   * Raw logits per head id; `decideHead` turns them into calibrated probabilities. Under 'period' the years at
   * the lowest, middle and highest quantile, under 'novelty' the distance from the training data.
   */
  heads: Record<string, Float32Array[]>;
}

export type OutputTensors = Readonly<Record<string, Tensor | undefined>>;

/** No images, or the start of an accumulation. */
export function emptyEmbeddings(manifest: ModelManifest): Embeddings {
  return {
    style: [],
    subject: [],
    joint: [],
    heads: Object.fromEntries(readingIds(manifest).map((id) => [id, []])),
  };
}

function readingIds({ heads, outputs }: ModelManifest): string[] {
  const scalars = outputs.map(({ kind }) => kind).filter((kind) => isScalar(kind));
  return [...heads.map(({ id }) => id), ...scalars];
}

function isScalar(kind: ModelOutput['kind']): kind is 'period' | 'novelty' {
  return kind === 'period' || kind === 'novelty';
}

/**
 * Last stage of inference: output tensors `[batch, dim]` to one checked vector per image.
 * Embeddings leave with unit length, so that a dot product is their cosine similarity.
 *
 * @throws EngineError 'model/run-failed' when an output is missing, has another shape, holds a value
 * that is not finite, or an embedding has no direction
 */
export function postprocess(
  tensors: OutputTensors,
  manifest: ModelManifest,
  batch: number,
): Embeddings {
  const result = emptyEmbeddings(manifest);
  for (const output of manifest.outputs) {
    const rows = rowsOf(tensors[output.name], output, batch);
    if (output.kind === 'head') {
      for (const head of manifest.heads)
        if (head.output === output.name) result.heads[head.id] = rows;
    } else if (isScalar(output.kind)) {
      result.heads[output.kind] = rows;
    } else {
      result[output.kind] = rows.map((row) => unitLength(row, output.name));
    }
  }
  return result;
}

/**
 * Rows of a tensor that must be `[batch, dim]` float32.
 *
 * @throws EngineError 'model/run-failed' when it is not, or holds a value that is not finite
 */
export function rowsOf(
  tensor: Tensor | undefined,
  { name, dim }: Pick<ModelOutput, 'name' | 'dim'>,
  batch: number,
): Float32Array[] {
  const data = tensor?.data;
  if (!(data instanceof Float32Array) || data.length !== batch * dim) {
    const received = tensor === undefined ? 'nothing' : `${tensor.type} ${tensor.dims.join(' x ')}`;
    throw new EngineError(
      'model/run-failed',
      `Expected '${name}' to be float32 ${batch} x ${dim} but received ${received}`,
    );
  }
  return Array.from({ length: batch }, (_, i) =>
    checkedRow(data.slice(i * dim, (i + 1) * dim), name),
  );
}

function checkedRow(row: Float32Array, name: string): Float32Array {
  if (!row.every(Number.isFinite)) {
    throw new EngineError('model/run-failed', `'${name}' holds a value that is not finite`);
  }
  return row;
}

/** @throws EngineError 'model/run-failed' when it has no direction */
export function unitLength(row: Float32Array, name: string): Float32Array {
  const length = Math.hypot(...row);
  if (!(length > 1e-12)) throw new EngineError('model/run-failed', `'${name}' is a zero vector`);
  return row.map((value) => value / length);
}
