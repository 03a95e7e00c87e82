import { z } from 'zod';

/** Raised when a field changes its meaning or goes away; a new field alone does not raise it. */
export const EVALUATE_OUTPUT_VERSION = 1;

/** What the figures of an evaluation are called, in the order in which they are told. */
export const EVALUATION_FIGURES = [
  'top1',
  'balancedAccuracy',
  'top2',
  'macroF1',
  'ece',
  'notSure',
  'answeredShare',
  'answeredAccuracy',
  'outOfSetRefused',
  'periodCoverage',
  'artistPrecisionAt1',
  'artistMap',
  'genrePrecisionAt1',
  'styleOverSubject',
  'subjectOverStyle',
] as const;
export type EvaluationFigure = (typeof EVALUATION_FIGURES)[number];

/** Per cent of the works, the surest first, whose accuracy is told apart. */
export const COVERAGES = ['40', '60', '80', '100'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** A figure with its 95 % bootstrap interval; null where nothing was there to measure it on. */
export const measuredSchema = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .nullable();
export type Measured = z.infer<typeof measuredSchema>;

const count = z.number().int().min(0);

/** How well the style recognition answers on works whose answers are known. */
export const styleEvaluationSchema = z.object({
  ...(Object.fromEntries(EVALUATION_FIGURES.map((name) => [name, measuredSchema])) as Record<
    EvaluationFigure,
    typeof measuredSchema
  >),
  accuracyAtCoverage: z.record(z.enum(COVERAGES), measuredSchema),
  /** Share of wrong answers among the surest `coverage` of the works, in steps of 0.05; empty without answers. */
  riskCoverage: z.array(z.object({ coverage: z.number(), risk: z.number() })),
  /**
   * Works of about the same confidence in bins of equal mass, at least ten in each where there are as many, by rising
   * confidence: how sure the first label was on the average, and how often it was right, with its 95 % Wilson interval.
   */
  reliability: z.array(
    z.object({
      confidence: z.number(),
      accuracy: z.number(),
      low: z.number(),
      high: z.number(),
      works: count,
    }),
  ),
  /** Works by their label (row) and the most probable one (column), in the order of `labels`. */
  confusion: z.object({ labels: z.array(z.string()), counts: z.array(z.array(count)) }).nullable(),
  /** Labels that the model does not know: how many works bear them, and of how many it refused an answer. */
  outOfSet: z.array(z.object({ label: z.string(), works: count, refused: count })),
  works: z.object({
    total: count,
    /** With a movement that the model knows, and with one that it doesn't. */
    known: count,
    outOfSet: count,
    withArtist: count,
    withGenre: count,
    withYear: count,
  }),
  bootstrap: z.object({
    resamples: count,
    /** What is drawn as a whole: all works of an artist where artists are given, else each work. */
    drawn: z.enum(['artists', 'works']),
  }),
});
export type StyleEvaluation = z.infer<typeof styleEvaluationSchema>;

/** A line of the table that could not be measured. */
export const skippedWorkSchema = z.object({ file: z.string(), reason: z.string() });
export type SkippedWork = z.infer<typeof skippedWorkSchema>;

/** What `oeuvre evaluate style --json FILE` writes; docs/cli.md tells it field by field. */
export const evaluateOutputSchema = z.object({
  version: z.literal(EVALUATE_OUTPUT_VERSION),
  oeuvre: z.string(),
  folder: z.string(),
  model: z.object({ id: z.string(), version: z.string() }),
  /** Whether the answers were drawn at random instead. */
  chance: z.boolean(),
  /** The movements that were looked at alone; null when it was all. */
  only: z.array(z.string()).nullable(),
  ...styleEvaluationSchema.shape,
  skipped: z.array(skippedWorkSchema),
  /** Why figures are missing; empty when none is. */
  remarks: z.array(z.string()),
});
export type EvaluateOutput = z.infer<typeof evaluateOutputSchema>;
