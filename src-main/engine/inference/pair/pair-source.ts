import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

import { EngineError } from '../../../contract/errors';

/** A folder of an exported pair, as read: its two graphs, its tokenizer and what its configurations say. */
export interface PairSource {
  vision: Uint8Array;
  text: Uint8Array;
  tokenizer: Uint8Array;
  /** How a picture is cut, and normalised: value = (byte - mean) / std. */
  picture: Picture;
  /** Null where no configuration tells. */
  contextLength: number | null;
  padId: number | null;
}

export interface Picture {
  width: number;
  height: number;
  fit: 'fill' | 'cover';
  mean: number[];
  std: number[];
}

const sides = z.object({ width: z.int(), height: z.int() });
const sizeSchema = z
  .union([z.int(), z.object({ shortest_edge: z.int() }), sides])
  .transform((size) => {
    if (typeof size !== 'number' && 'width' in size) return size;
    const side = typeof size === 'number' ? size : size.shortest_edge;
    return { width: side, height: side };
  });
const channels = z.array(z.number()).length(3);
const preprocessorSchema = z.object({
  size: sizeSchema,
  crop_size: sizeSchema.optional(),
  do_center_crop: z.boolean().optional(),
  image_mean: channels,
  image_std: channels,
  rescale_factor: z
    .number()
    .positive()
    .default(1 / 255),
});
const tokenizerConfigSchema = z.object({
  model_max_length: z.number().optional(),
  pad_token: z.union([z.string(), z.object({ content: z.string() })]).nullish(),
});
const configSchema = z.object({
  text_config: z
    .object({
      max_position_embeddings: z.int().optional(),
      pad_token_id: z.int().min(0).nullish(),
    })
    .optional(),
});
const tokenizerSchema = z.object({
  added_tokens: z.array(z.object({ id: z.int(), content: z.string() })).default([]),
  model: z.object({
    vocab: z.union([z.record(z.string(), z.int()), z.array(z.tuple([z.string(), z.number()]))]),
  }),
});

/** Tokenizers that know no limit say one of 10^30. */
const MOST_TOKENS = 4096;

/**
 * Reads a folder as Hugging Face's exports are laid out: `vision_model.onnx` and `text_model.onnx` (there or in
 * `onnx/`), `preprocessor_config.json`, `tokenizer.json`, and where there are any `tokenizer_config.json` and
 * `config.json`.
 *
 * @param variant what stands behind the graphs' names, e.g. `quantized`
 * @throws EngineError 'model/not-found' or 'model/manifest-invalid'
 */
export async function readPair(folder: string, variant?: string): Promise<PairSource> {
  const tokenizer = await readRequired(folder, 'tokenizer.json');
  const limits = limitsOf(
    parsed(tokenizerSchema, tokenizer, 'tokenizer.json'),
    parsed(
      tokenizerConfigSchema,
      (await readIfAny(folder, 'tokenizer_config.json')) ?? '{}',
      'tokenizer_config.json',
    ),
    parsed(configSchema, (await readIfAny(folder, 'config.json')) ?? '{}', 'config.json'),
  );
  const preprocessor = await readRequired(folder, 'preprocessor_config.json');
  return {
    vision: await readGraph(folder, 'vision_model', variant),
    text: await readGraph(folder, 'text_model', variant),
    tokenizer,
    picture: pictureOf(parsed(preprocessorSchema, preprocessor, 'preprocessor_config.json')),
    ...limits,
  };
}

function pictureOf(preprocessor: z.output<typeof preprocessorSchema>): Picture {
  const { size, crop_size, do_center_crop, image_mean, image_std, rescale_factor } = preprocessor;
  const isCropped = crop_size !== undefined && do_center_crop !== false;
  const { width, height } = isCropped ? crop_size : size;
  const inBytes = (values: number[]): number[] => values.map((value) => value / rescale_factor);
  return {
    width,
    height,
    fit: isCropped ? 'cover' : 'fill',
    mean: inBytes(image_mean),
    std: inBytes(image_std),
  };
}

function limitsOf(
  { added_tokens, model: { vocab } }: z.output<typeof tokenizerSchema>,
  { model_max_length, pad_token }: z.output<typeof tokenizerConfigSchema>,
  { text_config }: z.output<typeof configSchema>,
): Pick<PairSource, 'contextLength' | 'padId'> {
  const lengths = [model_max_length, text_config?.max_position_embeddings];
  const pad = typeof pad_token === 'object' ? pad_token?.content : pad_token;
  const added = added_tokens.find(({ content }) => content === pad)?.id;
  const inVocabulary = Array.isArray(vocab)
    ? vocab.findIndex(([piece]) => piece === pad)
    : (vocab[pad ?? ''] ?? -1);
  return {
    contextLength: lengths.find((length) => length !== undefined && length <= MOST_TOKENS) ?? null,
    padId: added ?? (inVocabulary >= 0 ? inVocabulary : (text_config?.pad_token_id ?? null)),
  };
}

function parsed<T extends z.ZodType>(
  schema: T,
  text: Uint8Array | string,
  name: string,
): z.output<T> {
  try {
    return schema.parse(JSON.parse(text.toString()));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new EngineError('model/manifest-invalid', `${name} is not as expected: ${reason}`);
  }
}

async function readGraph(folder: string, name: string, variant?: string): Promise<Buffer> {
  const file = `${name}${variant === undefined ? '' : `_${variant}`}.onnx`;
  return (await readIfAny(folder, file)) ?? readRequired(path.join(folder, 'onnx'), file);
}

async function readIfAny(folder: string, name: string): Promise<Buffer | null> {
  return readFile(path.join(folder, name)).catch(() => null);
}

async function readRequired(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, name));
  } catch (error) {
    throw new EngineError('model/not-found', `Cannot read ${name}: ${String(error)}`);
  }
}
