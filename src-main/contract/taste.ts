import { z } from 'zod';
import { hexSchema, swatchSchema, traitIdSchema, traitsSchema } from './analysis';
import { measuredSchema } from './evaluate-output';
import { artworkIdSchema } from './ids';
import { clusterTraitSchema } from './portfolio';
import { profileIdSchema } from './signals';

/** A figure with its 95 % interval. */
const figureSchema = measuredSchema.unwrap();

/** Colours that belong together in what a profile likes. */
export const likedPaletteSchema = z.object({
  swatches: z.array(swatchSchema),
  /** Of what is liked, by weight, 0..1. */
  share: z.number(),
  /** Of the library: works whose palettes come as near to this one as half of the liked ones do, 0..1. */
  libraryShare: z.number(),
  /** Liked works of this palette, the nearest first. */
  works: z.array(artworkIdSchema),
});
export type LikedPalette = z.infer<typeof likedPaletteSchema>;

/** What a group of liked works is called by. */
export const likedStyleNameSchema = z.discriminatedUnion('kind', [
  /** A group of the portfolio: the interface makes its name from the traits. */
  z.object({
    kind: z.literal('group'),
    group: z.number().int(),
    traits: z.array(clusterTraitSchema),
  }),
  /** A word of the user's own, given or learnt. */
  z.object({ kind: z.literal('label'), label: z.string() }),
  /** A word of the model's, such as 'impressionism'. */
  z.object({ kind: z.literal('movement'), label: z.string() }),
]);

export const likedStyleSchema = z.object({
  name: likedStyleNameSchema,
  /** Of what is liked, by weight, with what is still possible at 95 %. */
  share: figureSchema,
  /** Of the library; null where only liked works were asked about. */
  libraryShare: z.number().nullable(),
  works: z.array(artworkIdSchema),
});
export type LikedStyle = z.infer<typeof likedStyleSchema>;

export const traitLeaningSchema = z.object({
  id: traitIdSchema,
  /** Means, in the trait's own unit. */
  liked: z.number(),
  library: z.number(),
  /** Their difference in standard deviations of the library, at 95 %. */
  difference: figureSchema,
  /** Whether the difference would still be no accident among as many traits as are looked at. */
  isSure: z.boolean(),
});
export type TraitLeaning = z.infer<typeof traitLeaningSchema>;

/** What was liked in one month. */
export const tasteMonthSchema = z.object({
  /** First day, ISO 8601. */
  start: z.string(),
  /** `2026-03` */
  label: z.string(),
  count: z.number().int(),
  palette: z.array(z.object({ hex: hexSchema, share: z.number() })),
  traits: traitsSchema,
  works: z.array(artworkIdSchema),
});
export type TasteMonth = z.infer<typeof tasteMonthSchema>;

/** How well a taste is known, from 'nothing can be said' up. */
export const TASTE_LEVELS = ['unknown', 'guess', 'fair', 'sure'] as const;

export const tasteAdviceSchema = z.discriminatedUnion('kind', [
  /** So many more likes until the figure below is known to within ten points. */
  z.object({ kind: z.literal('more-likes'), count: z.number().int() }),
  /** Nothing, or hardly anything, was turned down. */
  z.object({ kind: z.literal('more-passes'), count: z.number().int() }),
  /** Kinds of work nothing was said of, with one work of each to begin with. */
  z.object({ kind: z.literal('unseen-groups'), works: z.array(artworkIdSchema) }),
  /** What is known is old. */
  z.object({ kind: z.literal('recent'), days: z.number().int() }),
]);
export type TasteAdvice = z.infer<typeof tasteAdviceSchema>;

export const tasteCertaintySchema = z.object({
  level: z.enum(TASTE_LEVELS),
  /**
   * Of a liked work, held back, and any other work of the library: how often the taste learnt from the rest puts the
   * liked one first, 0..1; null below the least number of works.
   */
  tells: measuredSchema,
  /** How many works of equal weight the liked ones are worth, the older ones counting less. */
  effectiveWorks: z.number(),
  /** Liked works below which nothing is said. */
  fewest: z.number().int(),
  advice: z.array(tasteAdviceSchema),
});
export type TasteCertainty = z.infer<typeof tasteCertaintySchema>;

/** What a profile likes, the newer counting more. */
export const tasteProfileSchema = z.object({
  profileId: profileIdSchema,
  /** Works of the library that were measured. */
  works: z.number().int(),
  liked: z.number().int(),
  passed: z.number().int(),
  /** Days after which a like counts half. */
  halfLifeDays: z.number().int(),
  palettes: z.array(likedPaletteSchema),
  styles: z.array(likedStyleSchema),
  /** Strongest leaning first. */
  traits: z.array(traitLeaningSchema),
  months: z.array(tasteMonthSchema),
  certainty: tasteCertaintySchema,
});
export type TasteProfile = z.infer<typeof tasteProfileSchema>;

export const traitOfTwoSchema = z.object({
  id: traitIdSchema,
  /** Differences from the library in its standard deviations. */
  a: z.number(),
  b: z.number(),
  /** Of a from b at 95 %. */
  apart: figureSchema,
  /** Whether `apart` would still be no accident among as many traits as are looked at. */
  isSure: z.boolean(),
});
export type TraitOfTwo = z.infer<typeof traitOfTwoSchema>;

export const groupOfTwoSchema = z.object({
  group: z.number().int(),
  traits: z.array(clusterTraitSchema),
  /** Shares of what each likes, and of the library. */
  a: z.number(),
  b: z.number(),
  library: z.number(),
});
export type GroupOfTwo = z.infer<typeof groupOfTwoSchema>;

/** Two tastes side by side. */
export const tasteComparisonSchema = z.object({
  a: tasteProfileSchema,
  b: tasteProfileSchema,
  /** Rank correlation of what the two tastes make of the library's works, -1..1; null while one is not known. */
  agreement: z.number().nullable(),
  traits: z.array(traitOfTwoSchema),
  groups: z.array(groupOfTwoSchema),
  /** Liked by both already. */
  likedByBoth: z.array(artworkIdSchema),
  /** Works that neither has turned down and that suit the less taken of the two best. */
  forBoth: z.array(artworkIdSchema),
  /** Works one is drawn to and the other is not: where they part. */
  onlyA: z.array(artworkIdSchema),
  onlyB: z.array(artworkIdSchema),
});
export type TasteComparison = z.infer<typeof tasteComparisonSchema>;

/** How many works the introduction asks about. */
export const INTRODUCTION_WORKS = 24;
