import { z } from 'zod';
import { hexSchema, swatchSchema, traitIdSchema, traitsSchema } from './analysis';
import { artworkIdSchema } from './ids';
import { axisSchema } from './style';

export const clusterTraitSchema = z.object({
  id: traitIdSchema,
  /** Difference of the cluster's mean from the library's, in standard deviations. */
  z: z.number(),
});

export const clusterSchema = z.object({
  index: z.number().int(),
  size: z.number().int(),
  /** Works nearest to the centre first. */
  works: z.array(artworkIdSchema),
  /** What sets it apart, strongest first: the interface makes its name from these. */
  traits: z.array(clusterTraitSchema),
  palette: z.array(swatchSchema),
  cohesion: z.number(),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** One stretch of time on the timeline (a year, or a month for short spans). */
export const periodSchema = z.object({
  start: z.string(),
  label: z.string(),
  count: z.number().int(),
  palette: z.array(z.object({ hex: hexSchema, share: z.number() })),
  traits: traitsSchema,
  /** Works nearest to the period's own centre. */
  works: z.array(artworkIdSchema),
});
export type Period = z.infer<typeof periodSchema>;

export const turningPointSchema = z.object({
  /** Start of the first period after the change. */
  at: z.string(),
  label: z.string(),
  /** Distance of the means before and after, over the spread within, >= 0. */
  strength: z.number(),
  traits: z.array(clusterTraitSchema),
});

export const RELATIONS = ['exact', 'near', 'variant'] as const;
export const duplicateGroupSchema = z.object({
  relation: z.enum(RELATIONS),
  works: z.array(artworkIdSchema),
  /** 0..1, of the least alike pair. */
  similarity: z.number(),
});
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>;

export const portfolioSchema = z.object({
  works: z.number().int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  /** Mean cosine similarity of the works to the library's centre, rescaled to 0..1. */
  cohesion: z.number(),
  silhouette: z.number(),
  /** What the works of a cluster are alike in. */
  axis: axisSchema,
  clusters: z.array(clusterSchema),
  periods: z.array(periodSchema),
  turningPoints: z.array(turningPointSchema),
  outliers: z.array(
    z.object({ id: artworkIdSchema, score: z.number(), trait: traitIdSchema.nullable() }),
  ),
  duplicates: z.array(duplicateGroupSchema),
  palette: z.array(swatchSchema),
  /** Share of works by learnt style, largest first; `null` is 'not sure'. */
  styles: z.array(z.object({ label: z.string().nullable(), count: z.number().int() })),
});
export type Portfolio = z.infer<typeof portfolioSchema>;

/** The two-dimensional map: all arrays have one entry a work. */
export const styleMapSchema = z.object({
  /** What works that lie together are alike in. */
  axis: axisSchema,
  ids: z.instanceof(Uint32Array),
  /** x, y pairs, centred, within -1..1. */
  positions: z.instanceof(Float32Array),
  clusters: z.instanceof(Uint8Array),
  /** Width over height. */
  aspects: z.instanceof(Float32Array),
  /** 0xrrggbb of the leading colour. */
  colours: z.instanceof(Uint32Array),
  names: z.array(
    z.object({
      cluster: z.number().int(),
      x: z.number(),
      y: z.number(),
      traits: z.array(clusterTraitSchema),
    }),
  ),
});
export type StyleMap = z.infer<typeof styleMapSchema>;
