import { z } from 'zod';
import { hexSchema } from './analysis';
import { ratingSchema } from './artwork';
import { artworkIdSchema, artworkIdsSchema } from './ids';

export const briefIdSchema = z.string().min(1).max(64);
export type BriefId = z.infer<typeof briefIdSchema>;

/** A picture from outside as a brief keeps it, by a name that becomes its file's. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f-]{36}$/);
export type PictureId = z.infer<typeof pictureIdSchema>;

export const briefNameSchema = z.string().trim().min(1).max(120);

/** One image of a moodboard: a work of the library, or a picture from outside, which the brief keeps itself. */
export const briefImageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work'), id: artworkIdSchema }),
  z.object({ kind: z.literal('outside'), picture: pictureIdSchema }),
]);
export type BriefImage = z.infer<typeof briefImageSchema>;

export const SHAPES = ['landscape', 'square', 'portrait'] as const;
export type Shape = (typeof SHAPES)[number];

const yearSchema = z.number().int().min(0).max(9999).nullable();

/** What a work must be to come into question; null and an empty list ask for nothing. */
export const briefLimitsSchema = z.object({
  shapes: z.array(z.enum(SHAPES)).max(SHAPES.length).default([]),
  /** Pixels on the longer side, at least. */
  longSide: z.number().int().min(1).max(100_000).nullable().default(null),
  fromYear: yearSchema.default(null),
  toYear: yearSchema.default(null),
  minRating: ratingSchema.default(0),
});
export type BriefLimits = z.infer<typeof briefLimitsSchema>;

/** How much each aim counts when a set is chosen, 0..1. */
export const briefBalanceSchema = z.object({
  fit: z.number().min(0).max(1).default(0.6),
  cohesion: z.number().min(0).max(1).default(0.4),
  variety: z.number().min(0).max(1).default(0.4),
});
export type BriefBalance = z.infer<typeof briefBalanceSchema>;

export const MOST_IMAGES = 24;
export const MOST_COLOURS = 8;
export const MOST_IN_SET = 60;

const contentFields = {
  images: z.array(briefImageSchema).max(MOST_IMAGES),
  palette: z.array(hexSchema).max(MOST_COLOURS),
  words: z.string().max(500),
  limits: briefLimitsSchema,
  size: z.number().int().min(1).max(MOST_IN_SET),
  balance: briefBalanceSchema,
  /** Works that are in the set whatever else is chosen. */
  locked: artworkIdsSchema,
  /** Works that stay only until something else is asked for: the rest of a set that was changed by hand. */
  held: artworkIdsSchema,
  /** Works that were swapped out and do not come back by themselves. */
  refused: artworkIdsSchema,
  /** The order that the user gave the set; works it does not name come last. */
  order: artworkIdsSchema,
};

/** What somebody is looking for, and what was settled about the set that answers it. */
export const briefSchema = z.object({
  id: briefIdSchema,
  name: briefNameSchema,
  createdAt: z.string(),
  images: contentFields.images.default([]),
  palette: contentFields.palette.default([]),
  words: contentFields.words.default(''),
  limits: contentFields.limits.prefault({}),
  size: contentFields.size.default(8),
  balance: contentFields.balance.prefault({}),
  locked: contentFields.locked.default([]),
  held: contentFields.held.default([]),
  refused: contentFields.refused.default([]),
  order: contentFields.order.default([]),
});
export type Brief = z.infer<typeof briefSchema>;

/** A change to some parts of a brief. Without defaults: what is not named stays as it was. */
export const briefPatchSchema = z.object(contentFields).partial();
export type BriefPatch = z.infer<typeof briefPatchSchema>;

/** A picture from outside that a brief keeps. */
export const briefPictureSchema = z.object({
  picture: pictureIdSchema,
  fileName: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  thumbnail: z.object({
    data: z.instanceof(Uint8Array),
    mime: z.enum(['image/jpeg', 'image/webp']),
  }),
  /** Its colours, the largest share first. */
  palette: z.array(hexSchema),
});
export type BriefPicture = z.infer<typeof briefPictureSchema>;

/** How well a work answers each part of a brief, 0..1; null where the brief does not ask. */
export const fitPartsSchema = z.object({
  images: z.number().nullable(),
  palette: z.number().nullable(),
  words: z.number().nullable(),
});
export type FitParts = z.infer<typeof fitPartsSchema>;

export const fittingWorkSchema = z.object({
  id: artworkIdSchema,
  /** Mean of the parts, 0..1. */
  fit: z.number(),
  parts: fitPartsSchema,
  /** The image of the moodboard that it is nearest to, by its place; null without any. */
  nearest: z.number().int().nullable(),
  /** Words of the brief that are said of this work. */
  said: z.array(z.string()),
});
export type FittingWork = z.infer<typeof fittingWorkSchema>;

export const LIMIT_NAMES = ['shape', 'size', 'year', 'undated', 'rating'] as const;
export const limitNameSchema = z.enum(LIMIT_NAMES);
export type LimitName = (typeof LIMIT_NAMES)[number];

/** What answers a brief now. */
export const briefAnswerSchema = z.object({
  /** The works that fit best, the best first. */
  ranked: z.array(fittingWorkSchema),
  /** The chosen set, in its order. */
  set: z.array(fittingWorkSchema),
  /** Works that come into question. */
  open: z.number().int(),
  /** Works that break a limit, and how many break which; one may break several. */
  excluded: z.number().int(),
  reasons: z.array(z.object({ limit: limitNameSchema, count: z.number().int() })),
  /** Second renderings of a picture, of which only the one that fits best can come into the set. */
  repeats: z.number().int(),
  /** Of the set: mean fit, mean likeness of its pairs, and the share of what fits that it stands for; 0..1 each. */
  measures: z.object({ fit: z.number(), cohesion: z.number(), variety: z.number() }),
  /** Words of the brief that are said of no work. */
  unsaid: z.array(z.string()),
  /** Whether a model that reads texts has looked for the words, too. */
  looked: z.boolean(),
  /** Images of the moodboard that nothing is known of any more. */
  lost: z.number().int(),
});
export type BriefAnswer = z.infer<typeof briefAnswerSchema>;

/** A work that could take another's place in the set. */
export const swapSchema = fittingWorkSchema.extend({
  /** By how much the worth of the set would change, in hundredths of the best possible worth. */
  change: z.number(),
});
export type Swap = z.infer<typeof swapSchema>;
