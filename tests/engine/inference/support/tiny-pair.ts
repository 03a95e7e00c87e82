import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { encodeOnnx } from '../../../../src-main/engine/inference/onnx-graph';
import { CLIP_LIKE } from '../../../unit/inference/support/tokenizers';

const SIDE = 16;
const TOKENS = 8;
const WORDS = 22;
const [RED, BLUE] = [10, 13];

/** Of CLIP, as its preprocessor_config.json has them. */
const MEAN = [0.48145466, 0.4578275, 0.40821073];
const STD = [0.26862954, 0.26130258, 0.27577711];

/**
 * An image encoder with the names and shapes of an exported CLIP: patches of one pixel, two layers, and the mean
 * colour as its embedding.
 */
function tinyVision(): Uint8Array {
  const layer = (n: number): string => `/vision_model/encoder/layers.${n}/Add_1_output_0`;
  return encodeOnnx({
    inputs: [{ name: 'pixel_values', type: 'float32', shape: ['batch', 3, SIDE, SIDE] }],
    constants: [
      { name: 'planes', type: 'int64', shape: [3], data: BigInt64Array.of(0n, 3n, -1n) },
      { name: 'bias', type: 'float32', shape: [1], data: Float32Array.of(0) },
    ],
    nodes: [
      { operator: 'Reshape', inputs: ['pixel_values', 'planes'], outputs: ['channels'] },
      {
        operator: 'Transpose',
        inputs: ['channels'],
        outputs: ['patches'],
        attributes: { perm: [0, 2, 1] },
      },
      { operator: 'Add', inputs: ['patches', 'bias'], outputs: [layer(0)] },
      { operator: 'Add', inputs: [layer(0), 'bias'], outputs: [layer(1)] },
      {
        operator: 'Transpose',
        inputs: [layer(1)],
        outputs: ['last'],
        attributes: { perm: [0, 2, 1] },
      },
      { operator: 'GlobalAveragePool', inputs: ['last'], outputs: ['pooled'] },
      {
        operator: 'Flatten',
        inputs: ['pooled'],
        outputs: ['image_embeds'],
        attributes: { axis: 1 },
      },
    ],
    outputs: [{ name: 'image_embeds', type: 'float32', shape: ['batch', 3] }],
  });
}

/** A text encoder: every word has a colour, and a text the mean of its words'. */
export function tinyText(): Uint8Array {
  const colours = new Float32Array(WORDS * 3).fill(0.01);
  colours.set([1, -1, -1], RED * 3);
  colours.set([-1, -1, 1], BLUE * 3);
  return encodeOnnx({
    inputs: [{ name: 'input_ids', type: 'int64', shape: ['batch', 'tokens'] }],
    constants: [{ name: 'colours', type: 'float32', shape: [WORDS, 3], data: colours }],
    nodes: [
      { operator: 'Gather', inputs: ['colours', 'input_ids'], outputs: ['words'] },
      {
        operator: 'Transpose',
        inputs: ['words'],
        outputs: ['channels'],
        attributes: { perm: [0, 2, 1] },
      },
      { operator: 'GlobalAveragePool', inputs: ['channels'], outputs: ['pooled'] },
      {
        operator: 'Flatten',
        inputs: ['pooled'],
        outputs: ['text_embeds'],
        attributes: { axis: 1 },
      },
    ],
    outputs: [{ name: 'text_embeds', type: 'float32', shape: ['batch', 3] }],
  });
}

/** Writes a folder laid out like an export of CLIP that someone has downloaded. */
export async function writeTinyPair(
  folder: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const write = (name: string, content: Uint8Array | string): Promise<void> =>
    writeFile(path.join(folder, name), content);
  await write('onnx/vision_model.onnx', tinyVision());
  await write('onnx/text_model.onnx', tinyText());
  const configurations = {
    'tokenizer.json': CLIP_LIKE,
    'tokenizer_config.json': { model_max_length: TOKENS, pad_token: '<|endoftext|>' },
    'preprocessor_config.json': {
      do_center_crop: true,
      crop_size: { height: SIDE, width: SIDE },
      size: { shortest_edge: SIDE },
      image_mean: MEAN,
      image_std: STD,
    },
    ...changes,
  };
  for (const [name, json] of Object.entries(configurations))
    if (json !== null) await write(name, JSON.stringify(json));
  return folder;
}
