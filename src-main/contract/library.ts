import { z } from 'zod';
import { errorCodeSchema, errorReportSchema } from './errors';
import { folderIdSchema, jobIdSchema } from './ids';

export const folderSchema = z.object({
  id: folderIdSchema,
  path: z.string(),
  works: z.number().int(),
  failed: z.number().int(),
  /** False while the disk it lies on is not connected. */
  reachable: z.boolean(),
});
export type Folder = z.infer<typeof folderSchema>;

/** A file that could not be taken in, with its reason. */
export const failedFileSchema = z.object({
  folderId: folderIdSchema,
  path: z.string(),
  code: errorCodeSchema,
  reason: z.string(),
});
export type FailedFile = z.infer<typeof failedFileSchema>;

export const JOB_STATES = ['queued', 'running', 'paused', 'done', 'cancelled', 'failed'] as const;
export const jobProgressSchema = z.object({
  id: jobIdSchema,
  kind: z.enum(['index', 'map', 'embed']),
  /** What it is about, e.g. a folder's path. */
  subject: z.string(),
  state: z.enum(JOB_STATES),
  done: z.number().int(),
  total: z.number().int(),
  failed: z.number().int(),
  /** Items a second over the last few seconds. */
  rate: z.number(),
  secondsLeft: z.number().nullable(),
  current: z.string(),
  /** Why it failed; only with the state 'failed'. */
  error: errorReportSchema.optional(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;
