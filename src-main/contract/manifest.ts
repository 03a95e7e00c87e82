import { z } from 'zod';

/**
 * `models/<id>/manifest.json`: everything the engine must know to run a model it has never seen.
 * A model is added by adding a folder; nothing about it is written into the engine.
 */

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'Expected lower-case letters, digits, ".", "_", "-"');

/** A bare file name: a manifest can never point outside its own folder. */
const onnxFileName = z
  .string()
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.onnx$/, 'Expected a bare *.onnx file name');

const perChannel = z.tuple([z.number(), z.number(), z.number()]);

/** What the graph is fed with. Tensor value = (byte - mean) / std, per channel, bytes 0 to 255. */
export const modelInputSchema = z
  .strictObject({
    name: z.string().min(1),
    layout: z.enum(['nhwc', 'nchw']),
    dtype: z.enum(['uint8', 'float32']),
    width: z.int().min(16).max(1024),
    height: z.int().min(16).max(1024),
    /** `fill` stretches the whole picture to the input size, `cover` crops its centre. */
    fit: z.enum(['fill', 'cover']).default('fill'),
    mean: perChannel.default([0, 0, 0]),
    std: z
      .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
      .default([1, 1, 1]),
  })
  .refine(
    ({ dtype, mean, std }) =>
      dtype === 'float32' || (mean.every((m) => m === 0) && std.every((s) => s === 1)),
    { message: 'Expected mean 0 and std 1 for a uint8 input: its graph normalises by itself' },
  );

/** One tensor the graph returns, `[batch, dim]` float32. */
export const modelOutputSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['style', 'subject', 'head']),
  dim: z.int().min(1).max(8192),
});

/** A classifier inside the graph: its output holds one logit per label. */
export const modelHeadSchema = z.strictObject({
  id: z.enum(['movement', 'genre', 'medium']),
  /** Name of the output with kind `head` that carries the logits. */
  output: z.string().min(1),
  labels: z.array(z.string().min(1)).min(2),
  /** Logits are divided by this before softmax, so that probabilities are calibrated. */
  temperature: z.number().positive(),
  /** Lowest probability of the first label that counts as an answer; below it, 'not sure'. */
  threshold: z.number().min(0).max(1),
  /** Highest energy score that counts as known territory; above it, 'not sure'. */
  oodThreshold: z.number().optional(),
});

export const modelManifestSchema = z
  .strictObject({
    manifestVersion: z.literal(1),
    id: identifier,
    name: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Expected a version like 1.0.0'),
    /** Of several valid encoders the one with the highest priority is used. */
    priority: z.int().default(0),
    file: onnxFileName,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits'),
    bytes: z.int().positive(),
    licence: z.string().min(1),
    source: z.string().min(1),
    input: modelInputSchema,
    outputs: z.array(modelOutputSchema).min(2),
    heads: z.array(modelHeadSchema).default([]),
  })
  .superRefine((manifest, context) => {
    for (const message of manifestContradictions(manifest))
      context.addIssue({ code: 'custom', message });
  });

export type ModelInput = z.infer<typeof modelInputSchema>;
export type ModelOutput = z.infer<typeof modelOutputSchema>;
export type ModelHead = z.infer<typeof modelHeadSchema>;
export type HeadId = ModelHead['id'];
export type ModelManifest = z.infer<typeof modelManifestSchema>;

interface Declared {
  outputs: readonly ModelOutput[];
  heads: readonly ModelHead[];
}

/** What single fields cannot show: duplicate names, missing vectors, heads without their output. */
function manifestContradictions({ outputs, heads }: Declared): string[] {
  const found: string[] = [];
  if (new Set(outputs.map(({ name }) => name)).size !== outputs.length)
    found.push('Output names must differ');
  if (new Set(heads.map(({ id }) => id)).size !== heads.length) found.push('Head ids must differ');
  for (const kind of ['style', 'subject'] as const) {
    const count = outputs.filter((output) => output.kind === kind).length;
    if (count !== 1) found.push(`Expected one output of kind '${kind}' but received ${count}`);
  }
  for (const head of heads) {
    const output = outputs.find(({ name }) => name === head.output);
    if (output?.kind !== 'head') found.push(`Head '${head.id}' names no output of kind 'head'`);
    else if (output.dim !== head.labels.length)
      found.push(
        `Head '${head.id}' has ${head.labels.length} labels but its output has ${output.dim}`,
      );
  }
  return found;
}
