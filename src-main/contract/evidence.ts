import { z } from 'zod';
import { artworkIdSchema } from './ids';

/**
 * What a heat map of evidence measures: how likely the model's head holds its answer (several labels where it answers
 * with a group), how near the work lies to the works that the user labelled so, or, where nothing is known to answer,
 * how much the style vector stays the same.
 */
export const evidenceAboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), labels: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('learnt'), label: z.string() }),
  z.object({ kind: z.literal('change') }),
]);
export type EvidenceAbout = z.infer<typeof evidenceAboutSchema>;

const share = z.number().min(0).max(1);

/** Where in a picture the evidence for its style lies, by covering one part of it after the other. */
export const evidenceMapSchema = z.object({
  columns: z.number().int().positive(),
  rows: z.number().int().positive(),
  /** Row-major, 0..1: how far the evidence falls when this cell is covered, over its farthest fall. */
  values: z.instanceof(Float32Array),
  /** The part of the picture that the model sees, in shares of its sides. */
  area: z.object({ x: share, y: share, width: share, height: share }),
  about: evidenceAboutSchema,
  /** The evidence in the whole picture: a probability for a head, else a cosine. */
  whole: z.number(),
  /** The evidence with its most telling cell covered. */
  lowest: z.number(),
});
export type EvidenceMap = z.infer<typeof evidenceMapSchema>;

export const evidenceProgressSchema = z.object({
  id: artworkIdSchema,
  done: z.number().int(),
  total: z.number().int(),
});
export type EvidenceProgress = z.infer<typeof evidenceProgressSchema>;
