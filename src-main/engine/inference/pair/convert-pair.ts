import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { InferenceSession } from '../onnx-runtime';

import { EngineError } from '../../../contract/errors';
import { modelManifestSchema, type ModelManifest } from '../../../contract/manifest';
import { loadModelFolder, MANIFEST_FILE } from '../load-model-folder';
import { openSession } from '../open-session';
import { tryModel } from '../trial-run';
import { measureWrapped } from './measure-wrapped';
import { pairCard } from './pair-card';
import { readPair, type PairSource } from './pair-source';
import { tensorNames, WRAPPED, wrapVision, type Wrapping } from './wrap-vision';

export interface PairRequest {
  /** The folder of the exported pair. */
  from: string;
  /** The folder of the pack; new or empty. */
  to: string;
  id: string;
  name: string;
  licence: string;
  source: string;
  variant?: string | undefined;
  /** Tensor `[batch, tokens, width]` of the style; the middle layer when left out. */
  styleTensor?: string | undefined;
  contextLength?: number | undefined;
}

export interface ConvertedPair {
  manifest: ModelManifest;
  /** The tensor that the style was taken from; null where none was found, so that style and subject are the same. */
  styleTensor: string | null;
}

/** What the two graphs call what they return, the better name first. */
const EMBEDDINGS = [
  { image: 'image_embeds', text: 'text_embeds' },
  { image: 'pooler_output', text: 'pooler_output' },
];

const IDS = 'input_ids';
const MASK = 'attention_mask';

/** What PyTorch's exporter calls the sum that ends a transformer's layer. */
const LAYER_END = /layers\.\d+\/Add_1_output_0$/;

/**
 * Makes a model pack of a CLIP or SigLIP pair that was exported to ONNX, and tries it.
 *
 * @throws EngineError 'model/not-found', 'model/manifest-invalid' or 'model/run-failed'
 */
export async function convertPair(request: PairRequest): Promise<ConvertedPair> {
  const source = await readPair(request.from, request.variant);
  const layers = tensorNames(source.vision).filter((name) => LAYER_END.test(name));
  const layer = request.styleTensor ?? layers[Math.floor((layers.length - 1) / 2)] ?? null;
  const vision = await wiringOf(source.vision, 'vision_model');
  const text = await wiringOf(source.text, 'text_model');
  const names = EMBEDDINGS.find(
    (pair) => vision.outputNames.includes(pair.image) && text.outputNames.includes(pair.text),
  );
  if (!names) throw mismatch('The two graphs have no outputs image_embeds and text_embeds');
  const wrapping: Wrapping = {
    ...source.picture,
    pixels: pixelsOf(vision),
    embedding: names.image,
    layer,
  };
  const image = wrapVision(source.vision, wrapping);
  const dims = await measureWrapped(source.vision, image, wrapping);
  const manifest = modelManifestSchema.parse({
    ...describe(request, source, image),
    outputs: [
      { name: WRAPPED.style, kind: 'style', dim: dims.style },
      { name: WRAPPED.subject, kind: 'subject', dim: dims.subject },
    ],
    text: {
      ...describeText(request, source, text),
      output: names.text,
      dim: dims.subject,
      imageOutput: WRAPPED.subject,
    },
  });
  await writePack(request.to, { manifest, image, source, layer });
  await tryModel(await loadModelFolder(request.to));
  return { manifest, styleTensor: layer };
}

type Wiring = Pick<InferenceSession, 'inputMetadata' | 'inputNames' | 'outputNames'>;

async function wiringOf(bytes: Uint8Array, name: string): Promise<Wiring> {
  const session = await openSession(bytes, { name, threads: 1 });
  const { inputMetadata, inputNames, outputNames } = session;
  await session.release();
  return { inputMetadata, inputNames, outputNames };
}

function pixelsOf({ inputMetadata }: Wiring): Wrapping['pixels'] {
  const [pixels, ...others] = inputMetadata;
  if (!pixels?.isTensor || others.length > 0)
    throw mismatch('Expected the image graph to take one tensor');
  const { name, type } = pixels;
  if (type !== 'float32' && type !== 'float16')
    throw mismatch(`Expected the image graph to take floats but received ${type}`);
  return { name, type };
}

function describe(
  { id, name, licence, source }: PairRequest,
  { picture: { width, height, fit } }: PairSource,
  image: Uint8Array,
) {
  return {
    manifestVersion: 1,
    id,
    name,
    version: '1.0.0',
    file: 'model.onnx',
    ...checked(image),
    licence,
    source,
    input: { name: WRAPPED.image, layout: 'nhwc', dtype: 'uint8', width, height, fit },
  };
}

function describeText(request: PairRequest, source: PairSource, { inputNames }: Wiring) {
  const contextLength = request.contextLength ?? source.contextLength;
  if (contextLength === null)
    throw mismatch('No configuration tells how many tokens a text may have: say it (--context)');
  if (source.padId === null) throw mismatch('No configuration tells which token fills a text up');
  const others = inputNames.filter((name) => name !== IDS && name !== MASK);
  if (!inputNames.includes(IDS) || others.length > 0)
    throw mismatch(`Expected ${IDS} and ${MASK} but received ${inputNames.join(', ')}`);
  return {
    file: 'text.onnx',
    ...checked(source.text),
    tokenizer: { file: 'tokenizer.json', ...checked(source.tokenizer) },
    input: inputNames.includes(MASK) ? { ids: IDS, mask: MASK } : { ids: IDS },
    contextLength,
    padId: source.padId,
  };
}

function checked(file: Uint8Array): { sha256: string; bytes: number } {
  return { sha256: createHash('sha256').update(file).digest('hex'), bytes: file.length };
}

async function writePack(
  folder: string,
  pack: { manifest: ModelManifest; image: Uint8Array; source: PairSource; layer: string | null },
): Promise<void> {
  const { manifest, image, source, layer } = pack;
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw mismatch(`Expected ${folder} to be empty`);
  const files = {
    'model.onnx': image,
    'text.onnx': source.text,
    'tokenizer.json': source.tokenizer,
    'CARD.md': pairCard(manifest, layer),
    [MANIFEST_FILE]: `${JSON.stringify(manifest, null, 2)}\n`,
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(folder, name), content);
}

function mismatch(message: string): EngineError {
  return new EngineError('model/manifest-invalid', message);
}
