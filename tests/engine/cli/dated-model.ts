import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeOnnx } from '../../../src-main/engine/inference/onnx-graph';
import { tinyManifest, TINY_SIZE } from '../inference/support/tiny-model';

/** From mean red, green and blue: years 9 r, 9 r + g, 9 r + 2 g; novelty b / 255; 'warm' wherever there is red. */
const YEARS = Float32Array.of(9, 9, 9, 0, 1, 2, 0, 0, 0);
const NOVELTY = Float32Array.of(0, 0, 1 / 255);
const MOVEMENT = Float32Array.of(1, 0, 0, 0, 0, 0);

/** Writes a model with a movement head, a period and a novelty in a few operators. */
export async function writeDatedModel(folder: string): Promise<void> {
  const bytes = encodeOnnx({
    inputs: [{ name: 'image', type: 'float32', shape: ['batch', 3, TINY_SIZE, TINY_SIZE] }],
    constants: [
      { name: 'pixels', type: 'int64', shape: [3], data: BigInt64Array.of(0n, 3n, -1n) },
      { name: 'yearWeights', type: 'float32', shape: [3, 3], data: YEARS },
      { name: 'noveltyWeights', type: 'float32', shape: [3, 1], data: NOVELTY },
      { name: 'movementWeights', type: 'float32', shape: [3, 2], data: MOVEMENT },
    ],
    nodes: [
      { operator: 'Reshape', inputs: ['image', 'pixels'], outputs: ['planes'] },
      { operator: 'GlobalAveragePool', inputs: ['planes'], outputs: ['pooled'] },
      { operator: 'Flatten', inputs: ['pooled'], outputs: ['style'], attributes: { axis: 1 } },
      { operator: 'Identity', inputs: ['style'], outputs: ['subject'] },
      { operator: 'MatMul', inputs: ['style', 'movementWeights'], outputs: ['movement'] },
      { operator: 'MatMul', inputs: ['style', 'yearWeights'], outputs: ['period'] },
      { operator: 'MatMul', inputs: ['style', 'noveltyWeights'], outputs: ['novelty'] },
    ],
    outputs: OUTPUTS.map(({ name, dim }) => ({ name, type: 'float32', shape: ['batch', dim] })),
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model.onnx'), bytes);
  const manifest = tinyManifest(bytes, {
    id: 'dated',
    outputs: OUTPUTS,
    period: { coverage: 0.8, measured: 0.8 },
    heads: [{ ...HEAD, noveltyThreshold: 0.5 }],
  });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

const OUTPUTS = [
  { name: 'style', kind: 'style', dim: 3 },
  { name: 'subject', kind: 'subject', dim: 3 },
  { name: 'movement', kind: 'head', dim: 2 },
  { name: 'period', kind: 'period', dim: 3 },
  { name: 'novelty', kind: 'novelty', dim: 1 },
];

const HEAD = {
  id: 'movement',
  output: 'movement',
  labels: ['warm', 'cool'],
  temperature: 2,
  threshold: 0.7,
};
