import { z } from 'zod';
import { measuredSchema } from './evaluate-output';
import { profileIdSchema } from './signals';

/** A figure with its 95 % interval. */
const figureSchema = measuredSchema.unwrap();

/** Places of a list that are looked at. */
export const PROOF_PLACES = 10;

/** What is measured against what: Oeuvre's own list, and the obvious ones. */
export const PROOF_METHODS = ['suggestions', 'content', 'popularity', 'random'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

export const proofFiguresSchema = z.object({
  /** How often the work held back was among the first ten, 0..1. */
  recall: figureSchema,
  /** The same, a high place counting more than a low one, 0..1. */
  ndcg: figureSchema,
  /** Share of the works that could be suggested that came up in any of the lists, 0..1. */
  coverage: figureSchema,
  /** How unlike each other the works of one list are, 0..1. */
  diversity: figureSchema,
});
export type ProofFigures = z.infer<typeof proofFiguresSchema>;

export const proofSchema = z.discriminatedUnion('kind', [
  /** Nothing can be said yet. */
  z.object({
    kind: z.literal('unknown'),
    profileId: profileIdSchema,
    liked: z.number().int(),
    /** Liked works that are lacking until something can be said. */
    lackingLikes: z.number().int(),
    /** Works without an opinion that are lacking: among too few, any list is right. */
    lackingWorks: z.number().int(),
  }),
  z.object({
    kind: z.literal('measured'),
    profileId: profileIdSchema,
    /** Works the profile likes or keeps on its boards. */
    liked: z.number().int(),
    /** How many of these were held back, one at a time. */
    questions: z.number().int(),
    /** Profiles beside this one that like anything: without any, nothing is popular. */
    others: z.number().int(),
    /** Among how many works each had to be found. */
    among: z.number().int(),
    methods: z.record(z.enum(PROOF_METHODS), proofFiguresSchema),
    /** Of Oeuvre's list less the other's in NDCG, question by question. */
    ahead: z.record(z.enum(['content', 'popularity', 'random']), figureSchema),
  }),
]);
export type Proof = z.infer<typeof proofSchema>;
export type MeasuredProof = Extract<Proof, { kind: 'measured' }>;

export const proofProgressSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type ProofProgress = z.infer<typeof proofProgressSchema>;
