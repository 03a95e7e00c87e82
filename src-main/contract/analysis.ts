import { z } from 'zod';

/** `#rrggbb`, lower case, sRGB. */
export const hexSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/** One colour of a palette, largest share first. */
export const swatchSchema = z.object({
  hex: hexSchema,
  /** OKLab: lightness 0..1, a and b about -0.4..0.4. */
  lab: z.tuple([z.number(), z.number(), z.number()]),
  /** Share of the picture's area, 0..1; the shares of one palette sum to 1. */
  share: z.number().min(0).max(1),
  /** Small in area but vivid: kept although k-means alone would have dropped it. */
  accent: z.boolean(),
  /** Key of the colour's name, e.g. `ochre`; worded by the interface. */
  name: z.string(),
});
export type Swatch = z.infer<typeof swatchSchema>;

export const HARMONY_SCHEMES = [
  'monochrome',
  'analogous',
  'complementary',
  'split-complementary',
  'triadic',
  'tetradic',
  'neutral',
] as const;
export const harmonySchema = z.object({
  scheme: z.enum(HARMONY_SCHEMES),
  /** How well the hues fit the scheme, 0..1. */
  fit: z.number().min(0).max(1),
  /** OKLab hue of the first arm of the scheme's template, degrees 0..360. */
  hue: z.number(),
});
export type Harmony = z.infer<typeof harmonySchema>;

/** A point in the picture: x to the right, y downwards, both 0..1. */
export const pointSchema = z.object({ x: z.number(), y: z.number() });
export type Point = z.infer<typeof pointSchema>;

/** The saliency heat map is this many cells on its longer side. */
export const SALIENCY_SIDE = 32;

export const compositionSchema = z.object({
  /** Centre of visual weight. */
  weightCentre: pointSchema,
  /** Vertical mirror axis that fits best, as x 0..1, and how alike the halves are, 0..1. */
  symmetryAxis: z.object({ x: z.number(), score: z.number() }),
  /** Horizon as y 0..1 and its strength 0..1, or null where there is none. */
  horizon: z.object({ y: z.number(), strength: z.number() }).nullable(),
  /** Share of saliency near the four intersections of thirds / of golden sections, 0..1. */
  thirds: z.number(),
  golden: z.number(),
  /** Row-major saliency 0..255, `width * height` cells. */
  saliency: z.object({
    width: z.number().int(),
    height: z.number().int(),
    cells: z.array(z.number().int().min(0).max(255)),
  }),
});
export type Composition = z.infer<typeof compositionSchema>;

export const textureSchema = z.object({
  /** Share of pixels on an edge, 0..1. */
  edgeDensity: z.number(),
  /** Eight bins of 22.5 degrees from horizontal, weighted by gradient; sums to 1. */
  orientations: z.array(z.number()).length(8),
  /** Dominant size of detail as a share of the picture's longer side, 0..1. */
  detailScale: z.number(),
});
export type Texture = z.infer<typeof textureSchema>;

export const valuesSchema = z.object({
  /** Upper bounds of the dark and the middle value of the notan view, OKLab lightness 0..1. */
  notan: z.tuple([z.number(), z.number()]),
  /** Shares of dark, middle and light, summing to 1. */
  shares: z.tuple([z.number(), z.number(), z.number()]),
  key: z.enum(['low', 'middle', 'high']),
});
export type Values = z.infer<typeof valuesSchema>;

/**
 * The measured traits, in the order in which their vectors are stored. Appending is a new
 * `ANALYSIS_VERSION`; never reorder.
 */
export const TRAIT_IDS = [
  'lightness', // mean OKLab lightness, 0..1
  'contrast', // 95th minus 5th percentile of lightness, 0..1
  'saturation', // mean OKLCH chroma, 0..0.4
  'colourfulness', // Hasler & Suesstrunk 2003, 0..~150
  'temperature', // -1 cool .. 1 warm
  'hueSpread', // circular variance of hue weighted by chroma, 0..1
  'harmony', // fit of the best scheme, 0..1
  'balance', // distance of the visual-weight centre from the middle, 0..1
  'symmetry', // likeness of the two halves, 0..1
  'thirds', // saliency near the thirds, 0..1
  'focus', // concentration of saliency, 0 spread .. 1 one spot
  'edgeDensity', // 0..1
  'orientation', // dominance of one direction, 0..1
  'detailScale', // 0 fine .. 1 coarse
] as const;
export type TraitId = (typeof TRAIT_IDS)[number];
export const traitIdSchema = z.enum(TRAIT_IDS);
export type Traits = Record<TraitId, number>;
export const traitsSchema = z.record(traitIdSchema, z.number());

/** Raised whenever a formula changes; works with an older analysis are measured again. */
export const ANALYSIS_VERSION = 1;

/** Everything measured from one decode of a work. */
export const workAnalysisSchema = z.object({
  palette: z.array(swatchSchema).min(1).max(8),
  harmony: harmonySchema,
  values: valuesSchema,
  composition: compositionSchema,
  texture: textureSchema,
  traits: traitsSchema,
});
export type WorkAnalysis = z.infer<typeof workAnalysisSchema>;

export const TRAIT_BANDS = ['very-low', 'low', 'middle', 'high', 'very-high'] as const;

/** A trait as it is shown: its value and where it stands within the whole library. */
export const traitReadingSchema = z.object({
  id: traitIdSchema,
  value: z.number(),
  /** Share of the other works with a lower value, 0..100. */
  percentile: z.number(),
  band: z.enum(TRAIT_BANDS),
});
export type TraitReading = z.infer<typeof traitReadingSchema>;
export type TraitBand = TraitReading['band'];
