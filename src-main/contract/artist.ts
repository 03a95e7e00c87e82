import { z } from 'zod';
import { hexSchema } from './analysis';
import { artworkIdSchema } from './ids';
import { clusterTraitSchema } from './portfolio';

/** More works in a row take too long to order while somebody waits. */
export const MOST_IN_SEQUENCE = 1000;

/** Works in an order in which neighbours flow. */
export const sequenceSchema = z.object({
  works: z.array(artworkIdSchema),
  /** Likeness of each work to the next, 0..1; null where one of them is not measured. */
  likeness: z.array(z.number().nullable()),
  /** Mean likeness of neighbours; null where none is measured. */
  mean: z.number().nullable(),
});
export type Sequence = z.infer<typeof sequenceSchema>;

/** Somewhere to go next: a region with few works, near what the profile loves most. */
export const directionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('style'),
    /** What the region has more or less of than the library, the strongest first. */
    traits: z.array(clusterTraitSchema),
    /** What it has more or less of than the works that were liked. */
    than: z.array(clusterTraitSchema),
    /** Works in the region, and what an even share of the library would be. */
    count: z.number().int(),
    even: z.number(),
    /** Likeness of the region to the liked works that it is nearest to, 0..1. */
    near: z.number(),
    /** The works of the region nearest to what is liked: where to begin. */
    works: z.array(artworkIdSchema),
    /** Liked works that it is nearest to. */
    from: z.array(artworkIdSchema),
  }),
  z.object({
    kind: z.literal('palette'),
    hex: hexSchema,
    /** Key of the colour's name. */
    name: z.string(),
    /** The loved colour that it lies beside. */
    beside: z.object({ hex: hexSchema, name: z.string() }),
    /** Works that live by this colour, and by the one beside it. */
    count: z.number().int(),
    besideCount: z.number().int(),
    works: z.array(artworkIdSchema),
    from: z.array(artworkIdSchema),
  }),
]);
export type Direction = z.infer<typeof directionSchema>;

export const nextAnswerSchema = z.object({
  directions: z.array(directionSchema),
  /** Liked works that this is learnt from, and how many more it takes before anything can be said. */
  liked: z.number().int(),
  needs: z.number().int(),
});
export type NextAnswer = z.infer<typeof nextAnswerSchema>;

/** What makes one of two renderings the stronger one. */
export const STRENGTHS = ['rating', 'favourite', 'boards', 'choices', 'pixels'] as const;

export const retirementSchema = z.discriminatedUnion('kind', [
  /** Nearly the same as a stronger work. */
  z.object({
    kind: z.literal('repeat'),
    id: artworkIdSchema,
    stronger: artworkIdSchema,
    /** Likeness of the two pictures, 0..1. */
    likeness: z.number(),
    /** What decides between them, and the figures of the work and of the stronger one. */
    by: z.enum(STRENGTHS),
    own: z.number(),
    others: z.number(),
  }),
  /** Far outside the body of work. */
  z.object({
    kind: z.literal('apart'),
    id: artworkIdSchema,
    /** Robust deviations from how thinly works ordinarily stand. */
    deviations: z.number(),
    /** Mean likeness to the works nearest to it, and the same for an ordinary work; 0..1. */
    likeness: z.number(),
    ordinary: z.number(),
    /** The works nearest to it all the same. */
    nearest: z.array(artworkIdSchema),
  }),
]);
export type Retirement = z.infer<typeof retirementSchema>;

export const retireAnswerSchema = z.object({
  proposals: z.array(retirementSchema),
  /** Works that the user settled: they are kept, or put away, and are proposed no more. */
  settled: z.number().int(),
});
export type RetireAnswer = z.infer<typeof retireAnswerSchema>;
