import { z } from 'zod';
import { artworkIdSchema, boardIdSchema } from './ids';
import { axisSchema } from './style';

export const boardSchema = z.object({
  id: boardIdSchema,
  name: z.string().min(1).max(120),
  works: z.array(artworkIdSchema),
  createdAt: z.string(),
});
export type Board = z.infer<typeof boardSchema>;

const preferenceFields = {
  language: z.enum(['system', 'en', 'zh']),
  theme: z.enum(['system', 'dark', 'light']),
  surround: z.enum(['black', 'mid', 'white']),
  galleryZoom: z.number().min(80).max(480),
  railCollapsed: z.boolean(),
  inspectorOpen: z.boolean(),
  inspectorWidth: z.number().min(240).max(560),
  /** 0 familiar .. 1 surprising. */
  surprise: z.number().min(0).max(1),
  firstRunDone: z.boolean(),
  /** What works on the map and in groups are alike in. */
  groupAxis: axisSchema,
  /** What the user's own styles are learnt from. */
  learnAxis: axisSchema,
};

export const preferencesSchema = z.object({
  language: preferenceFields.language.default('system'),
  theme: preferenceFields.theme.default('system'),
  surround: preferenceFields.surround.default('mid'),
  galleryZoom: preferenceFields.galleryZoom.default(200),
  railCollapsed: preferenceFields.railCollapsed.default(false),
  inspectorOpen: preferenceFields.inspectorOpen.default(false),
  inspectorWidth: preferenceFields.inspectorWidth.default(320),
  surprise: preferenceFields.surprise.default(0.3),
  firstRunDone: preferenceFields.firstRunDone.default(false),
  groupAxis: preferenceFields.groupAxis.default('style'),
  learnAxis: preferenceFields.learnAxis.default('style'),
});
/** A change to some preferences. Without defaults: what is not named stays as it was. */
export const preferencesPatchSchema = z.object(preferenceFields).partial();
export type Preferences = z.infer<typeof preferencesSchema>;

export const engineInfoSchema = z.object({
  dataFolder: z.string(),
  cataloguePath: z.string(),
  catalogueBytes: z.number(),
  thumbnailsFolder: z.string(),
  thumbnailBytes: z.number(),
  version: z.string(),
  /** Studio documents that did not parse and were set aside. */
  notices: z.array(z.object({ code: z.string(), file: z.string() })),
});
export type EngineInfo = z.infer<typeof engineInfoSchema>;
