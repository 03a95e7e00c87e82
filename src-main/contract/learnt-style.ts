import { z } from 'zod';
import { axisSchema, labelNameSchema } from './style';

/** What a person teaches: styles of any name, or the hands of artists. */
export const SUBJECTS = ['labels', 'hands'] as const;
export const taughtSchema = z.enum(SUBJECTS);
export type Taught = z.infer<typeof taughtSchema>;

export const importedIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** Who proposes: what was learnt here, or a style that was learnt in another library. */
export const teacherSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('labels') }),
  z.object({ kind: z.literal('hands') }),
  z.object({ kind: z.literal('imported'), id: importedIdSchema }),
]);
export type Teacher = z.infer<typeof teacherSchema>;

export const STYLE_FILE_VERSION = 1;
/** Vectors of 600 works take less than a megabyte; a file beyond this is none of ours. */
export const MAX_STYLE_FILE_BYTES = 32 * 1024 ** 2;

const accuracySchema = z.object({
  value: z.number().min(0).max(1),
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  right: z.int().min(0),
  tested: z.int().min(1),
});

const modelNameSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  version: z.string().min(1).max(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ModelName = z.infer<typeof modelNameSchema>;

/**
 * A learnt style as a file, `*.oeuvre-style`: everything that is needed to apply it, and to learn it anew from the same
 * examples. It holds vectors, from which no picture can be made, and nothing else of the works.
 */
export const styleFileSchema = z
  .object({
    format: z.literal('oeuvre-style'),
    version: z.literal(STYLE_FILE_VERSION),
    name: labelNameSchema,
    teaches: taughtSchema,
    exportedAt: z.iso.datetime(),
    /** Vectors of one model say nothing to another. */
    model: modelNameSchema,
    /** Whose vectors it was taught on. */
    axis: axisSchema.default('style'),
    labels: z.array(labelNameSchema).min(2).max(200),
    examples: z.object({
      dim: z.int().min(1).max(8192),
      /** For every example the places of its labels. */
      labels: z
        .array(z.array(z.int().min(0)).min(1))
        .min(4)
        .max(5000),
      /** Vectors of length 1, one after the other: float32, little-endian, base64. */
      vectors: z.base64(),
    }),
    kernel: z.object({ kind: z.literal('gaussian'), width: z.number().positive() }),
    /** One a label, in their order: `sum(coefficients[i] * kernel(example i, x)) - rho`. */
    machines: z.array(z.object({ coefficients: z.array(z.number()), rho: z.number() })),
    /** Platt's: p = 1 / (1 + exp(a * decision + b)). */
    sigmoid: z.object({ a: z.number(), b: z.number() }),
    /** Whether the labels compete for one answer. */
    exclusive: z.boolean(),
    /** Least cosine to the nearest example at which an answer is given. */
    familiar: z.number().min(-1).max(1),
    /** Cross-validated where it was learnt, with its 95 % interval. */
    accuracy: accuracySchema.nullable(),
  })
  .refine(({ labels }) => new Set(labels).size === labels.length, 'Expected each label once')
  .refine(
    ({ machines, labels, examples }) =>
      machines.length === labels.length &&
      machines.every(({ coefficients }) => coefficients.length === examples.labels.length),
    'Expected a machine for every label and a coefficient for every example',
  )
  .refine(
    ({ labels, examples }) => examples.labels.flat().every((place) => place < labels.length),
    'Expected only labels that are listed',
  );
export type StyleFile = z.infer<typeof styleFileSchema>;

export const importedStyleSchema = z.object({
  id: importedIdSchema,
  name: labelNameSchema,
  teaches: taughtSchema,
  labels: z.array(labelNameSchema),
  examples: z.int(),
  accuracy: accuracySchema.nullable(),
  model: modelNameSchema,
  importedAt: z.string(),
  /** False while another model is in use: its vectors say nothing to this style. */
  usable: z.boolean(),
});
export type ImportedStyle = z.infer<typeof importedStyleSchema>;

/** What became of a file that was to be imported. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('imported'), style: importedStyleSchema }),
  /** It was learnt on another model than the one in use; nothing was kept. */
  z.object({
    kind: z.literal('other-model'),
    needed: modelNameSchema,
    /** Null where there is no usable model. */
    active: modelNameSchema.nullable(),
    /** Whether the model that it needs is there and need only be switched to. */
    isInstalled: z.boolean(),
  }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;
