import { z } from 'zod';
import { traitIdSchema } from './analysis';
import { artworkIdSchema } from './ids';

export const labelNameSchema = z.string().trim().min(1).max(80);

export const AXES = ['style', 'subject', 'palette'] as const;
export const axisSchema = z.enum(AXES);
export type Axis = z.infer<typeof axisSchema>;
/** How much each axis of similarity counts, 0..1; at least one above 0. */
export const axisWeightsSchema = z.object({
  style: z.number().min(0).max(1),
  subject: z.number().min(0).max(1),
  palette: z.number().min(0).max(1),
});
export type AxisWeights = z.infer<typeof axisWeightsSchema>;

export const similarHitSchema = z.object({
  id: artworkIdSchema,
  /** Weighted similarity, 0..1. */
  score: z.number(),
  axes: axisWeightsSchema,
  /**
   * The trait in which the two agree most and tellingly: both stand at least as far out in the library as this
   * percentile, 0..100.
   */
  sharedTrait: z.object({ id: traitIdSchema, percentile: z.number() }).nullable(),
});
export type SimilarHit = z.infer<typeof similarHitSchema>;

export const labelProbabilitySchema = z.object({ label: z.string(), p: z.number() });

/** A trait in which a work stands with the examples of one label rather than with those of another. */
export const telltaleTraitSchema = z.object({
  id: traitIdSchema,
  /** Where the work stands in the library, 0..100. */
  percentile: z.number(),
  /** Where the examples of the likeliest label stand, at the median. */
  label: z.number(),
  /** Where those of the runner-up stand, at the median. */
  runnerUp: z.number(),
});
export type TelltaleTrait = z.infer<typeof telltaleTraitSchema>;

/** One answer of the style recognition; `decision` is null when it is not sure. */
export const styleAnswerSchema = z.object({
  decision: z.string().nullable(),
  probabilities: z.array(labelProbabilitySchema),
  /** Nearest labelled works, the reason for the answer. */
  nearest: z.array(z.object({ id: artworkIdSchema, label: z.string(), similarity: z.number() })),
  /** Traits that set this work apart from the library, strongest first. */
  traits: z.array(z.object({ id: traitIdSchema, percentile: z.number() })),
  /** What is measured that speaks for the likeliest label against the runner-up; null where that can't be measured. */
  against: z
    .object({
      label: z.string(),
      runnerUp: z.string(),
      traits: z.array(telltaleTraitSchema),
    })
    .nullable(),
});
export type StyleAnswer = z.infer<typeof styleAnswerSchema>;

/** One answer of a model's head. */
export const headAnswerSchema = styleAnswerSchema.extend({
  /** 'not-sure' is too even between the labels, 'unfamiliar' unlike all that the head has learnt. */
  verdict: z.enum(['nearest', 'not-sure', 'unfamiliar']),
  /** Labels of the decision, most probable first: one for a label, more for a group, none without a decision. */
  labels: z.array(z.string()),
});
export type HeadAnswer = z.infer<typeof headAnswerSchema>;

/** Years that a work looks like. */
export const stylePeriodSchema = z.object({
  from: z.int(),
  middle: z.int(),
  to: z.int(),
  /** Share of works whose year lies between `from` and `to`: what the model aims at, or what was measured if less. */
  coverage: z.number(),
});
export type StylePeriod = z.infer<typeof stylePeriodSchema>;

/** What a style that was learnt elsewhere says of a work. */
export const importedAnswerSchema = z.object({
  id: z.string(),
  name: labelNameSchema,
  answer: styleAnswerSchema,
});

export const artworkStyleSchema = z.object({
  /** Labels the user gave; never overwritten. */
  own: z.array(z.string()),
  /** From the styles learnt; null until there are enough labels. */
  learnt: styleAnswerSchema.nullable(),
  /** From styles that were imported; those that another model taught are left out. */
  imported: z.array(importedAnswerSchema),
  /** From the model's heads, by head id; empty when the model has none. */
  heads: z.record(z.string(), headAnswerSchema),
  /** Null when the model tells none, or where the movement head says that the work is unfamiliar. */
  period: stylePeriodSchema.nullable(),
});
export type ArtworkStyle = z.infer<typeof artworkStyleSchema>;

export const learntStylesSchema = z.object({
  /** The axis on whose vectors they were learnt. */
  axis: axisSchema,
  labels: z.array(z.object({ label: z.string(), examples: z.array(artworkIdSchema) })),
  /** What was learnt: of very many labels and works a part. */
  learntFrom: z.object({ labels: z.int(), works: z.int() }),
  trained: z.boolean(),
  /** Cross-validated; null while there are too few examples. */
  accuracy: z.number().nullable(),
  /** Accuracy of always answering the commonest label, for comparison. */
  baseline: z.number().nullable(),
  folds: z.number().int(),
  /** Rows are the true labels, columns the answers, in the order of `labels`. */
  confusion: z.array(z.array(z.number().int())),
  /** Why nothing could be learnt yet, as a key for the interface; null when trained. */
  needs: z.enum(['second-label', 'more-examples']).nullable(),
  trainingMs: z.number(),
});
export type LearntStyles = z.infer<typeof learntStylesSchema>;
