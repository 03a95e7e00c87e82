import { z } from 'zod';
import { styleEvaluationSchema } from './evaluate-output';
import { labelNameSchema } from './style';

/** What a label of the user's was taken for; `name` is the model's label or the author, null for a word of one's own. */
export const labelMeaningSchema = z.object({
  kind: z.enum(['movement', 'genre', 'artist', 'other']),
  name: z.string().nullable(),
});
export type LabelMeaning = z.infer<typeof labelMeaningSchema>;

const understoodLabelSchema = labelMeaningSchema.extend({
  label: labelNameSchema,
  works: z.number().int(),
});
export type UnderstoodLabel = z.infer<typeof understoodLabelSchema>;

/** How good the active model is on the works that the user labelled. */
export const modelQualitySchema = z.object({
  model: z.object({ id: z.string(), name: z.string(), version: z.string() }),
  /** Labels of the movement head; null when the model has none. */
  movements: z.array(z.string()).nullable(),
  labels: z.array(understoodLabelSchema),
  /** Works with labels of two movements or more, left out of what concerns movements. */
  ambiguous: z.number().int(),
  /** How many works were there before an even choice of them was taken; null when all were measured. */
  chosenFrom: z.number().int().nullable(),
  /** Works with a known movement below which nothing is said of answers, and how many more it would take. */
  fewest: z.number().int(),
  lacking: z.number().int(),
  /** Works with a known movement that are lacking until the share of right answers is known to within 10 points. */
  lackingForTen: z.number().int(),
  /** The latest year with which a period is held against: the model learnt from works up to then. */
  latestYear: z.number().int(),
  evaluation: styleEvaluationSchema,
});
export type ModelQuality = z.infer<typeof modelQualitySchema>;

export const qualityProgressSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type QualityProgress = z.infer<typeof qualityProgressSchema>;
