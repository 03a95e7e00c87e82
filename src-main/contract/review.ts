import { z } from 'zod';
import { artworkIdSchema } from './ids';
import { labelNameSchema, labelProbabilitySchema } from './style';

/** 'sure': known ground and most probable first, quick to accept. 'teaching': what helps the learner most, uncertain and varied. */
export const REVIEW_ORDERS = ['sure', 'teaching'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

/** A label that the learnt styles would give to a work without one. */
export const proposalSchema = z.object({
  id: artworkIdSchema,
  label: labelNameSchema,
  /** Of all learnt labels together, 0..1. */
  p: z.number(),
  /** False where the work is unlike all examples, or no label is more likely than not: then `p` alone says too much. */
  isSure: z.boolean(),
  /** The runner-up. */
  next: labelProbabilitySchema.nullable(),
  /** Nearest labelled works, the evidence. */
  nearest: z.array(z.object({ id: artworkIdSchema, label: z.string(), similarity: z.number() })),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const reviewQueueSchema = z.object({
  /** False while nothing could be learnt yet; then there are no proposals. */
  trained: z.boolean(),
  proposals: z.array(proposalSchema),
  /** All works that wait for a label, also those beyond the limit. */
  waiting: z.number().int(),
});
export type ReviewQueue = z.infer<typeof reviewQueueSchema>;

/** How many works were looked at while proposals are sought. */
export const reviewProgressSchema = z.object({ done: z.int(), total: z.int() });
export type ReviewProgress = z.infer<typeof reviewProgressSchema>;

/** How far the learnt styles can be trusted, and what would help. */
export const styleStandingSchema = z.object({
  /** Cross-validated, with the 95 % Wilson interval; null while nothing could be learnt. */
  accuracy: z
    .object({
      value: z.number(),
      low: z.number(),
      high: z.number(),
      right: z.number().int(),
      tested: z.number().int(),
    })
    .nullable(),
  /** For every label how many examples it has and how many more would help; 0 when it has enough. */
  labels: z.array(
    z.object({ label: z.string(), examples: z.number().int(), more: z.number().int() }),
  ),
});
export type StyleStanding = z.infer<typeof styleStandingSchema>;
