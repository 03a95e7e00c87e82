import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { encodeOnnx } from '../../../../src-main/engine/inference/onnx-graph';

export const TINY_SIZE = 16;

/** Logits of the tiny head: (mean red - mean blue) for 'warm', the opposite for 'cool', per 255. */
const HEAD_WEIGHTS = Float32Array.of(1 / 64, -1 / 64, 0, 0, -1 / 64, 1 / 64);

/** Years out of order, as three separately learnt quantiles can be: 1700 + red, green, blue. */
const YEAR_WEIGHTS = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
/** Novelty of the tiny model: mean green per 255. */
const NOVELTY_WEIGHTS = Float32Array.of(0, 1 / 255, 0);

/**
 * A whole model in a few operators: mean colour as style and subject, a head 'warm' or 'cool', and, for manifests
 * that declare them, years and a novelty.
 */
export function tinyOnnx(): Uint8Array {
  return encodeOnnx({
    inputs: [{ name: 'image', type: 'float32', shape: ['batch', 3, TINY_SIZE, TINY_SIZE] }],
    constants: [
      { name: 'pixels', type: 'int64', shape: [3], data: BigInt64Array.of(0n, 3n, -1n) },
      { name: 'weights', type: 'float32', shape: [3, 2], data: HEAD_WEIGHTS },
      { name: 'yearWeights', type: 'float32', shape: [3, 3], data: YEAR_WEIGHTS },
      { name: 'firstYear', type: 'float32', shape: [1], data: Float32Array.of(1700) },
      { name: 'noveltyWeights', type: 'float32', shape: [3, 1], data: NOVELTY_WEIGHTS },
    ],
    nodes: [
      { operator: 'Reshape', inputs: ['image', 'pixels'], outputs: ['planes'] },
      { operator: 'GlobalAveragePool', inputs: ['planes'], outputs: ['pooled'] },
      { operator: 'Flatten', inputs: ['pooled'], outputs: ['style'], attributes: { axis: 1 } },
      { operator: 'Identity', inputs: ['style'], outputs: ['subject'] },
      { operator: 'MatMul', inputs: ['style', 'weights'], outputs: ['movement'] },
      { operator: 'MatMul', inputs: ['style', 'yearWeights'], outputs: ['colours'] },
      { operator: 'Add', inputs: ['colours', 'firstYear'], outputs: ['years'] },
      { operator: 'MatMul', inputs: ['style', 'noveltyWeights'], outputs: ['novelty'] },
    ],
    outputs: [
      { name: 'style', type: 'float32', shape: ['batch', 3] },
      { name: 'subject', type: 'float32', shape: ['batch', 3] },
      { name: 'movement', type: 'float32', shape: ['batch', 2] },
      { name: 'years', type: 'float32', shape: ['batch', 3] },
      { name: 'novelty', type: 'float32', shape: ['batch', 1] },
    ],
  });
}

export function tinyManifest(bytes: Uint8Array, changes: Record<string, unknown> = {}): object {
  return {
    manifestVersion: 1,
    id: 'tiny',
    name: 'Tiny model',
    version: '1.0.0',
    priority: 10,
    file: 'model.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    licence: 'MIT',
    source: 'written by the test',
    input: { name: 'image', layout: 'nchw', dtype: 'float32', width: TINY_SIZE, height: TINY_SIZE },
    outputs: [
      { name: 'style', kind: 'style', dim: 3 },
      { name: 'subject', kind: 'subject', dim: 3 },
      { name: 'movement', kind: 'head', dim: 2 },
    ],
    heads: [
      {
        id: 'movement',
        output: 'movement',
        labels: ['warm', 'cool'],
        temperature: 2,
        threshold: 0.7,
      },
    ],
    ...changes,
  };
}

/** Writes a model folder as a user would add one. */
export async function writeTinyModel(
  folder: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const bytes = tinyOnnx();
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'model.onnx'), bytes);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(tinyManifest(bytes, changes)));
  return folder;
}
