import { z } from 'zod';
import { traitIdSchema } from './analysis';
import { artworkIdSchema } from './ids';
import { AXES } from './style';

/** What was done with the works that a reason names; 'drawn' where it was not the same with all of them. */
export const DEEDS = [
  'rated-5',
  'rated-4',
  'favourite',
  'liked',
  'on-board',
  'exported',
  'drawn',
] as const;
export type Deed = (typeof DEEDS)[number];

export const reasonSchema = z.discriminatedUnion('kind', [
  /** Like works the user liked on the axis that adds most to the score; `works` add most on it. */
  z.object({
    kind: z.literal('like-liked'),
    axis: z.enum([...AXES, 'traits']),
    /** For 'traits' the one that adds most; else one in which the work and the first of the named are alike. */
    trait: traitIdSchema.nullable(),
    /** Key of a colour that it shares with all of them, where the palette is the reason. */
    colour: z.string().nullable(),
    deed: z.enum(DEEDS),
    works: z.array(artworkIdSchema),
  }),
  /** Put together with works the user liked, by other profiles or on boards: what adds most to the score. */
  z.object({
    kind: z.literal('together'),
    by: z.enum(['people', 'boards']),
    /** Profiles that like it and all of `works`, or boards that hold it and all of them. */
    count: z.number().int().positive(),
    deed: z.enum(DEEDS),
    works: z.array(artworkIdSchema),
  }),
  /** Unlike what was liked so far, shown because the slider asks for surprise. */
  z.object({
    kind: z.literal('surprise'),
    trait: traitIdSchema.nullable(),
    works: z.array(artworkIdSchema),
  }),
  /** Of a style that nothing was ever liked of, shown so that the list does not narrow; `works` are like it in style. */
  z.object({
    kind: z.literal('other-style'),
    trait: traitIdSchema.nullable(),
    works: z.array(artworkIdSchema),
  }),
  /** Nothing is known yet: part of a diverse cover of the library. */
  z.object({
    kind: z.literal('cover'),
    trait: traitIdSchema.nullable(),
    works: z.array(artworkIdSchema),
  }),
]);
export type Reason = z.infer<typeof reasonSchema>;

export const suggestionSchema = z.object({
  id: artworkIdSchema,
  score: z.number(),
  reason: reasonSchema,
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** The latest of so many works can be kept out of a list for having been shown already. */
export const MOST_WITHOUT = 20_000;

export const suggestionListSchema = z.object({
  suggestions: z.array(suggestionSchema),
  /** Number of works the taste is learnt from; 0 means a cover of the library is shown. */
  signals: z.number().int(),
  /** Number of other profiles whose choices count too; 0 where there are too few. */
  others: z.number().int(),
});
export type SuggestionList = z.infer<typeof suggestionListSchema>;
