import { z } from 'zod';

/** Raised when a field changes its meaning or goes away; a new field alone does not raise it. */
export const SUGGESTIONS_OUTPUT_VERSION = 1;

/** In the order in which they are told. */
export const SUGGESTION_MODELS = [
  'popularity',
  'random',
  'itemKnn',
  'ease',
  'als',
  'hybrid',
] as const;
export type SuggestionModel = (typeof SUGGESTION_MODELS)[number];

/** A figure with its 95 % bootstrap interval over users. */
export const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof estimateSchema>;

export const listQualitySchema = z.object({
  /** Gains of 0 and 1; the ideal holds min(10, positives of the test) hits. */
  ndcgAt10: estimateSchema,
  /** Share of a user's positives of the test among the first 20. */
  recallAt20: estimateSchema,
  /** Share of all items that are among the first 10 of anybody. */
  coverageAt10: estimateSchema,
  /** Of how often the items are among the first 10: 0 all alike, near 1 always the same few. */
  gini: estimateSchema,
});
export type ListQuality = z.infer<typeof listQualitySchema>;

const timedQualitySchema = listQualitySchema.extend({ fitSeconds: z.number().min(0) });

const count = z.number().int().min(0);
const easeOptions = z.object({ lambda: z.number(), dropout: z.number(), evenness: z.number() });
const tunedSchema = z.object({
  /** Of EASE as it was published, which `models.ease` measures. */
  ease: easeOptions,
  /** Of the parts of the hybrid. */
  hybrid: z.object({
    ease: easeOptions,
    easeOfMet: easeOptions,
    als: z.object({
      dim: count,
      unobservedWeight: z.number(),
      regularisation: z.number(),
      rounds: count,
      seed: count,
    }),
    itemKnn: z.object({ neighbours: count, shrinkage: z.number(), rarity: z.number() }),
    randomWalk: z.object({ neighbours: count, alpha: z.number(), beta: z.number() }),
  }),
  /** Of the parts in the blend, of sum 1. */
  weights: z.record(z.string(), z.number()),
  /** What the slider means at its end, in deviations of the blend. */
  strength: z.number(),
});

/** How good suggestions from co-occurrence alone are on tables of ratings. */
export const suggestionsEvaluationSchema = z.object({
  data: z.object({
    users: count,
    /** Different items of all tables: what is ranked, and what coverage is a share of. */
    items: count,
    /** Positive rows that the models measured were fitted on. */
    fitted: count,
    /** All rows of the same tables, also those that are not positive. */
    met: count,
    /** Users with a positive row in the test, and how many such rows. */
    testUsers: count,
    testRows: count,
    /** Whether a table to tune on was given; else a part of the training was set aside. */
    validGiven: z.boolean(),
  }),
  models: z.record(z.enum(SUGGESTION_MODELS), timedQualitySchema),
  hybridMinusEase: estimateSchema,
  /** The hybrid with the slider moved: 0 familiar, 1 surprising. */
  surprising: listQualitySchema.extend({ slider: z.number().min(0).max(1) }),
  surprisingMinusHybrid: estimateSchema,
  /** What was chosen on the table to tune on. */
  tuned: tunedSchema,
  bootstrap: z.object({ resamples: count }),
});
export type SuggestionsEvaluation = z.infer<typeof suggestionsEvaluationSchema>;

/** What `oeuvre evaluate suggestions --json FILE` writes; docs/cli.md tells it field by field. */
export const suggestionsOutputSchema = suggestionsEvaluationSchema.extend({
  version: z.literal(SUGGESTIONS_OUTPUT_VERSION),
  oeuvre: z.string(),
});
export type SuggestionsOutput = z.infer<typeof suggestionsOutputSchema>;
