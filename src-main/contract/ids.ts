import { z } from 'zod';

/** A row of the catalogue; stays the same when the file is renamed, moved or saved again. */
export const artworkIdSchema = z.number().int().positive();
export type ArtworkId = z.infer<typeof artworkIdSchema>;

export const folderIdSchema = z.number().int().positive();
export type FolderId = z.infer<typeof folderIdSchema>;

export const jobIdSchema = z.string().min(1).max(64);
export type JobId = z.infer<typeof jobIdSchema>;

export const boardIdSchema = z.string().min(1).max(64);
export type BoardId = z.infer<typeof boardIdSchema>;

/** SHA-256 of the file's bytes, lower-case hexadecimal. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export type ContentHash = z.infer<typeof contentHashSchema>;

/** The most ids one request may name. */
export const MAX_IDS = 10_000;
export const artworkIdsSchema = z.array(artworkIdSchema).max(MAX_IDS);
