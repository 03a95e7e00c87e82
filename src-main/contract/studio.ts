import { z } from 'zod';
import { artworkIdSchema, boardIdSchema } from './ids';

export const boardSchema = z.object({
  id: boardIdSchema,
  name: z.string().min(1).max(120),
  works: z.array(artworkIdSchema),
  createdAt: z.string(),
});
export type Board = z.infer<typeof boardSchema>;

export const preferencesSchema = z.object({
  language: z.enum(['system', 'en', 'zh']).default('system'),
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  surround: z.enum(['black', 'mid', 'white']).default('mid'),
  galleryZoom: z.number().min(80).max(480).default(200),
  railCollapsed: z.boolean().default(false),
  inspectorOpen: z.boolean().default(false),
  inspectorWidth: z.number().min(240).max(560).default(320),
  familiarity: z.number().min(0).max(1).default(0.3),
  activeModel: z.string().nullable().default(null),
  firstRunDone: z.boolean().default(false),
});
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
