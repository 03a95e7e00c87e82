import { z } from 'zod';
import { hexSchema, traitReadingSchema, workAnalysisSchema } from './analysis';
import { artworkIdSchema, contentHashSchema, folderIdSchema } from './ids';

export const ratingSchema = z.number().int().min(0).max(5);

/** What a gallery cell needs; requested a page at a time for the cells in view. */
export const artworkCardSchema = z.object({
  id: artworkIdSchema,
  hash: contentHashSchema,
  title: z.string(),
  fileName: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  rating: ratingSchema,
  favourite: z.boolean(),
  /** Colours and shares of the placeholder, largest first. */
  palette: z.array(z.object({ hex: hexSchema, share: z.number() })),
  /** ISO date of creation where known, else of the file. */
  date: z.string(),
  /** False when only the file's own date is known, which says little about the work. */
  dated: z.boolean(),
  labels: z.array(z.string()),
  missing: z.boolean(),
});
export type ArtworkCard = z.infer<typeof artworkCardSchema>;

export const fileMetadataSchema = z.object({
  format: z.string(),
  bytes: z.number().int(),
  /** When the work was made, as the file itself says, ISO 8601; null where it says nothing. */
  takenAt: z.string().nullable(),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  title: z.string().nullable(),
  author: z.string().nullable(),
  description: z.string().nullable(),
  keywords: z.array(z.string()),
  colourSpace: z.string().nullable(),
});
export type FileMetadata = z.infer<typeof fileMetadataSchema>;

export const artworkDetailSchema = z.object({
  card: artworkCardSchema,
  path: z.string(),
  folderId: folderIdSchema,
  metadata: fileMetadataSchema,
  analysis: workAnalysisSchema.nullable(),
  readings: z.array(traitReadingSchema),
});
export type ArtworkDetail = z.infer<typeof artworkDetailSchema>;

export const SORT_KEYS = ['date', 'name', 'rating', 'added', 'hue', 'lightness', 'style'] as const;

/** Filters are combined with AND; an empty filter shows everything. */
export const galleryQuerySchema = z.object({
  text: z.string().max(500).optional(),
  /** Orders all works by likeness to these words, the most like first; needs a model that reads texts. */
  description: z.string().trim().min(1).max(500).optional(),
  folderId: folderIdSchema.optional(),
  minRating: ratingSchema.optional(),
  favourite: z.boolean().optional(),
  label: z.string().max(200).optional(),
  keyword: z.string().max(200).optional(),
  cluster: z.number().int().min(0).optional(),
  /** Works whose palette holds a colour near this one. */
  colour: hexSchema.optional(),
  from: z.string().max(30).optional(),
  to: z.string().max(30).optional(),
  ids: z.array(artworkIdSchema).max(10_000).optional(),
  sort: z.enum(SORT_KEYS).default('date'),
  descending: z.boolean().default(true),
});
export type GalleryQuery = z.infer<typeof galleryQuerySchema>;

/** The whole answer to a query in three typed arrays of equal length, so that 1,000,000 works cost 16 MB. */
export const galleryIndexSchema = z.object({
  ids: z.instanceof(Uint32Array),
  /** Width over height as displayed. */
  aspects: z.instanceof(Float32Array),
  /** Days since 1970-01-01 of each work's date, for the date rail. */
  days: z.instanceof(Int32Array),
});
export type GalleryIndex = z.infer<typeof galleryIndexSchema>;

/** What the filter menus offer, with the number of works behind each. */
export const facetsSchema = z.object({
  total: z.number().int(),
  labels: z.array(z.object({ label: z.string(), count: z.number().int() })),
  keywords: z.array(z.object({ keyword: z.string(), count: z.number().int() })),
  years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
  ratings: z.array(z.number().int()).length(6),
  favourites: z.number().int(),
});
export type Facets = z.infer<typeof facetsSchema>;
