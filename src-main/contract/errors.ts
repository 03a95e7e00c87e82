import { z } from 'zod';

/**
 * Every error that crosses a boundary carries one of these codes. The interface words each of them in the
 * user's language as a cause and a next step, so a new code needs a message in both languages.
 */
export const ERROR_CODES = [
  // requests
  'request/unknown-command',
  'request/invalid-arguments',
  'request/forbidden-sender',
  'request/cancelled',
  'request/internal',
  // the engine process
  'engine/crashed',
  'engine/hung',
  'engine/unavailable',
  // folders and files
  'folder/not-found',
  'folder/not-a-folder',
  'folder/no-permission',
  'folder/already-added',
  'file/empty',
  'file/not-found',
  'file/no-permission',
  'file/truncated',
  'file/not-an-image',
  'file/unsupported-format',
  'file/too-large',
  'file/too-many-pixels',
  'file/external-reference',
  'file/broken-link',
  'file/link-loop',
  'file/crashed-engine',
  'file/unreadable',
  // catalogue
  'artwork/not-found',
  'catalogue/disk-full',
  'catalogue/locked',
  'catalogue/newer-version',
  'catalogue/damaged',
  // models
  'model/not-found',
  'model/manifest-invalid',
  'model/hash-mismatch',
  'model/run-failed',
  'model/no-texts',
  'model/already-added',
  'model/is-shipped',
  'model/archive-invalid',
  'model/archive-unsafe',
  'model/too-large',
  'model/address-invalid',
  'model/redirected',
  'model/download-failed',
  // style and insight
  'style/too-few-labels',
  'style/not-found',
  'style/file-damaged',
  'style/file-newer',
  'style/other-model',
  'insight/too-few-works',
  // studio documents
  'document/damaged',
  'board/not-found',
  'board/name-taken',
  // profiles
  'profile/not-found',
  'profile/name-taken',
  'profile/built-in',
  'profile/file-damaged',
  'profile/file-newer',
  'ratings/table-invalid',
  'ratings/changed',
  'ratings/import-not-found',
  // briefs
  'brief/not-found',
  'brief/name-taken',
  'brief/too-many-images',
  // jobs
  'job/not-found',
  // export
  'export/failed',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What a failed request looks like on the other side: plain data, never a stack trace. */
export const errorReportSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type ErrorReport = z.infer<typeof errorReportSchema>;

/** An expected failure with a code. Anything else that is thrown counts as `request/internal`. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: ErrorReport['detail'],
  ) {
    super(message);
  }
}

/** Turns anything that was thrown into the plain data that crosses the boundary. */
export function toErrorReport(thrown: unknown): ErrorReport {
  if (thrown instanceof EngineError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.detail && { detail: thrown.detail }),
    };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'request/internal', message };
}
