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

const sha256Digits = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits');

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
  /**
   * `style` and `subject` are embeddings, `joint` is one that shares its space with the model's texts; `head`
   * holds logits, `period` the years at the lowest, middle and highest quantile, `novelty` 1 - cosine to the
   * nearest prototype of the training data, 0 to 2.
   */
  kind: z.enum(['style', 'subject', 'joint', 'head', 'period', 'novelty']),
  dim: z.int().min(1).max(8192),
});

/** A node of a head's tree of answers: labels that lie so near that they answer together. */
const modelNodeSchema = z.strictObject({
  id: identifier,
  labels: z.array(z.string().min(1)).min(2).max(4),
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
  /** Highest novelty that counts as known territory; needs an output of kind `novelty`. */
  noveltyThreshold: z.number().min(0).max(2).optional(),
  /** Coarser answers for a head that is not sure of a single label. */
  nodes: z.array(modelNodeSchema).min(1).optional(),
  /** Lowest sum of a node's probabilities that counts as an answer. */
  nodeThreshold: z.number().min(0).max(1).optional(),
});

/** How far the interval of the `period` output can be trusted. */
const modelPeriodSchema = z.strictObject({
  /** Share of works whose year the interval is meant to hold. */
  coverage: z.number().gt(0).lt(1),
  /** Share whose year it did hold, on works that neither training nor calibration saw. */
  measured: z.number().min(0).max(1),
});

/** The encoder of texts whose vectors lie in the space of one of the image outputs. */
const modelTextSchema = z.strictObject({
  file: onnxFileName,
  sha256: sha256Digits,
  bytes: z.int().positive(),
  /** A `tokenizer.json` as the library `tokenizers` writes it. */
  tokenizer: z.strictObject({
    file: z
      .string()
      .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.json$/, 'Expected a bare *.json file name'),
    sha256: sha256Digits,
    bytes: z.int().positive(),
  }),
  input: z.strictObject({
    /** Tensor `[1, contextLength]` of token ids, int64 or int32. */
    ids: z.string().min(1),
    /** Tensor of the same shape: 1 where a token stands, 0 where padding does. */
    mask: z.string().min(1).optional(),
  }),
  /** Name of the tensor `[1, dim]` float32 that the graph returns. */
  output: z.string().min(1),
  dim: z.int().min(1).max(8192),
  /** Tokens of every text: shorter ones are filled up with `padId`, longer ones cut. */
  contextLength: z.int().min(2).max(4096),
  padId: z.int().min(0),
  /** Name of the image output, of kind `joint` or `subject`, that texts are compared with. */
  imageOutput: z.string().min(1),
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
    sha256: sha256Digits,
    bytes: z.int().positive(),
    licence: z.string().min(1),
    source: z.string().min(1),
    input: modelInputSchema,
    outputs: z.array(modelOutputSchema).min(2),
    heads: z.array(modelHeadSchema).default([]),
    period: modelPeriodSchema.optional(),
    /** Only with a model that was trained on pictures and texts together. */
    text: modelTextSchema.optional(),
    /** How the thresholds were chosen, for whoever reads the file. */
    notes: z.string().optional(),
  })
  .superRefine((manifest, context) => {
    for (const message of manifestContradictions(manifest))
      context.addIssue({ code: 'custom', message });
  });

export type ModelInput = z.infer<typeof modelInputSchema>;
export type ModelOutput = z.infer<typeof modelOutputSchema>;
export type ModelHead = z.infer<typeof modelHeadSchema>;
export type HeadId = ModelHead['id'];
export type ModelText = z.infer<typeof modelTextSchema>;
export type ModelManifest = z.infer<typeof modelManifestSchema>;

type Declared = Pick<z.infer<typeof modelManifestSchema>, 'outputs' | 'heads' | 'period' | 'text'>;

/** What single fields cannot show: duplicate names, missing vectors, heads without their output. */
function manifestContradictions(manifest: Declared): string[] {
  const { outputs, heads } = manifest;
  const found: string[] = [];
  if (new Set(outputs.map(({ name }) => name)).size !== outputs.length)
    found.push('Output names must differ');
  if (new Set(heads.map(({ id }) => id)).size !== heads.length) found.push('Head ids must differ');
  for (const kind of ['style', 'subject'] as const) {
    const count = countOf(outputs, kind);
    if (count !== 1) found.push(`Expected one output of kind '${kind}' but received ${count}`);
  }
  found.push(...scalarContradictions(manifest), ...textContradictions(manifest));
  for (const head of heads) found.push(...headContradictions(head, outputs));
  return found;
}

function countOf(outputs: readonly ModelOutput[], kind: ModelOutput['kind']): number {
  return outputs.filter((output) => output.kind === kind).length;
}

/** Numbers every `period` and `novelty` output holds. */
const SCALAR_DIMS = { period: 3, novelty: 1 } as const;

function scalarContradictions({ outputs, heads, period }: Declared): string[] {
  const found: string[] = [];
  for (const kind of ['period', 'novelty'] as const) {
    const count = countOf(outputs, kind);
    if (count > 1)
      found.push(`Expected at most one output of kind '${kind}' but received ${count}`);
    if (outputs.some((output) => output.kind === kind && output.dim !== SCALAR_DIMS[kind]))
      found.push(`An output of kind '${kind}' must have dim ${SCALAR_DIMS[kind]}`);
  }
  if ((period === undefined) !== (countOf(outputs, 'period') === 0))
    found.push("An output of kind 'period' and the manifest's 'period' need each other");
  const judged = heads.some(({ noveltyThreshold }) => noveltyThreshold !== undefined);
  if (judged && countOf(outputs, 'novelty') === 0)
    found.push("A noveltyThreshold needs an output of kind 'novelty'");
  return found;
}

function textContradictions({ outputs, text }: Declared): string[] {
  const found: string[] = [];
  const joint = outputs.filter(({ kind }) => kind === 'joint');
  if (joint.length > 1)
    found.push(`Expected at most one output of kind 'joint' but received ${joint.length}`);
  const image = outputs.find(({ name }) => name === text?.imageOutput);
  if (joint[0] && joint[0] !== image)
    found.push("An output of kind 'joint' must be the imageOutput of the manifest's 'text'");
  if (!text) return found;
  if (image?.kind !== 'joint' && image?.kind !== 'subject')
    found.push("The imageOutput of 'text' names no output of kind 'joint' or 'subject'");
  else if (image.dim !== text.dim)
    found.push(`Texts have dim ${text.dim} but their imageOutput has ${image.dim}`);
  return found;
}

function headContradictions(head: ModelHead, outputs: readonly ModelOutput[]): string[] {
  const { id, labels, nodes = [], nodeThreshold } = head;
  const found: string[] = [];
  const output = outputs.find(({ name }) => name === head.output);
  if (output?.kind !== 'head') found.push(`Head '${id}' names no output of kind 'head'`);
  else if (output.dim !== labels.length)
    found.push(`Head '${id}' has ${labels.length} labels but its output has ${output.dim}`);
  if ((nodes.length === 0) !== (nodeThreshold === undefined))
    found.push(`Head '${id}' needs both nodes and a nodeThreshold, or neither`);
  if (new Set(nodes.map((node) => node.id)).size !== nodes.length)
    found.push(`Node ids of head '${id}' must differ`);
  for (const node of nodes)
    if (
      new Set(node.labels).size !== node.labels.length ||
      !node.labels.every((label) => labels.includes(label))
    )
      found.push(`Node '${node.id}' must hold different labels of head '${id}'`);
  return found;
}
