import { z } from 'zod';
import {
  harmonySchema,
  hexSchema,
  swatchSchema,
  traitIdSchema,
  traitsSchema,
  TRAIT_BANDS,
  valuesSchema,
} from './analysis';
import { errorCodeSchema } from './errors';
import { contentHashSchema } from './ids';
import { RELATIONS } from './portfolio';
import { labelProbabilitySchema } from './style';

/** Raised when a field changes its meaning or goes away; a new field alone does not raise it. */
export const ANALYZE_OUTPUT_VERSION = 1;

/** Path from the analysed folder, with `/` between its parts on every system. */
const fileSchema = z.string().min(1);

const traitDifferenceSchema = z.object({ trait: traitIdSchema, z: z.number() });

/** Probabilities by label, most probable first; empty where nothing answers the question. */
const answerSchema = z.array(labelProbabilitySchema);

const styleSchema = z.object({
  /** What the work is called in the end: the label it was given, else the one learnt, else the nearest movement. */
  decision: z.string().nullable(),
  /** Labels the user gave in this catalogue. */
  own: z.array(z.string()),
  /** From the styles learnt in this catalogue. */
  learnt: answerSchema,
  /** From the model's heads. */
  movement: answerSchema,
  medium: answerSchema,
  genre: answerSchema,
  /** For each head that answered its decision: a label, or the id of a node of labels; null is 'not sure'. */
  decisions: z.record(z.string(), z.string().nullable()),
});

/** One work as `oeuvre analyze --json` writes it. */
export const analyzedWorkSchema = z.object({
  file: fileSchema,
  hash: contentHashSchema,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  format: z.string(),
  title: z.string(),
  author: z.string().nullable(),
  keywords: z.array(z.string()),
  /** When it was made, as the file itself says, ISO 8601. */
  takenAt: z.string().nullable(),
  palette: z.array(
    z.object({ hex: hexSchema, share: z.number(), name: z.string(), accent: z.boolean() }),
  ),
  harmony: harmonySchema,
  values: valuesSchema,
  traits: traitsSchema,
  /** Where each trait stands among the other works, 0..100, and the band that it falls into. */
  standing: z.partialRecord(
    traitIdSchema,
    z.object({ percentile: z.number(), band: z.enum(TRAIT_BANDS) }),
  ),
  style: styleSchema,
  /** Index into `portfolio.clusters`; null where the work could not be placed. */
  cluster: z.number().int().nullable(),
  /** Most alike first; the score is 0..1. */
  similar: z.array(
    z.object({
      file: fileSchema,
      score: z.number(),
      style: z.number(),
      subject: z.number(),
      palette: z.number(),
    }),
  ),
});
export type AnalyzedWork = z.infer<typeof analyzedWorkSchema>;

const analyzedPortfolioSchema = z.object({
  works: z.number().int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  cohesion: z.number(),
  silhouette: z.number(),
  palette: z.array(swatchSchema),
  clusters: z.array(
    z.object({
      index: z.number().int(),
      size: z.number().int(),
      /** What sets it apart, strongest first. */
      traits: z.array(traitDifferenceSchema),
      palette: z.array(swatchSchema),
      cohesion: z.number(),
      works: z.array(fileSchema),
    }),
  ),
  periods: z.array(
    z.object({
      start: z.string(),
      label: z.string(),
      count: z.number().int(),
      palette: z.array(z.object({ hex: hexSchema, share: z.number() })),
      traits: traitsSchema,
      works: z.array(fileSchema),
    }),
  ),
  turningPoints: z.array(
    z.object({
      at: z.string(),
      label: z.string(),
      strength: z.number(),
      traits: z.array(traitDifferenceSchema),
    }),
  ),
  outliers: z.array(
    z.object({ file: fileSchema, score: z.number(), trait: traitIdSchema.nullable() }),
  ),
  duplicates: z.array(
    z.object({
      relation: z.enum(RELATIONS),
      similarity: z.number(),
      works: z.array(fileSchema),
    }),
  ),
  styles: z.array(z.object({ label: z.string().nullable(), count: z.number().int() })),
});
export type AnalyzedPortfolio = z.infer<typeof analyzedPortfolioSchema>;

/** What `oeuvre analyze <folder> --json FILE` writes; docs/cli.md tells it field by field. */
export const analyzeOutputSchema = z.object({
  version: z.literal(ANALYZE_OUTPUT_VERSION),
  /** Of the application that wrote it. */
  oeuvre: z.string(),
  /** Absolute path of the analysed folder. */
  folder: z.string(),
  works: z.array(analyzedWorkSchema),
  failed: z.array(z.object({ file: fileSchema, code: errorCodeSchema, reason: z.string() })),
  portfolio: analyzedPortfolioSchema,
});
export type AnalyzeOutput = z.infer<typeof analyzeOutputSchema>;
