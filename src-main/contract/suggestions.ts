import { z } from 'zod';
import { traitIdSchema } from './analysis';
import { artworkIdSchema } from './ids';
import { AXES } from './style';

export const reasonSchema = z.discriminatedUnion('kind', [
  /** Close on one axis to works the user liked; `works` are those. */
  z.object({
    kind: z.literal('like-liked'),
    axis: z.enum(AXES),
    trait: traitIdSchema.nullable(),
    works: z.array(artworkIdSchema),
  }),
  /** Unlike what was liked so far, shown because the slider asks for surprise. */
  z.object({
    kind: z.literal('surprise'),
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

export const suggestionListSchema = z.object({
  suggestions: z.array(suggestionSchema),
  /** Number of works the taste is learnt from; 0 means a cover of the library is shown. */
  signals: z.number().int(),
});
export type SuggestionList = z.infer<typeof suggestionListSchema>;
