import { EngineError, type ErrorCode } from '../../contract';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file/not-found',
  ENOTDIR: 'file/not-found',
  EACCES: 'file/no-permission',
  EPERM: 'file/no-permission',
  ELOOP: 'file/link-loop',
};

export interface Complaint {
  readonly code: ErrorCode;
  readonly reason: string;
}

/** What to tell the user about anything that went wrong with a file. */
export function complaintOf(thrown: unknown): Complaint {
  if (thrown instanceof EngineError) return { code: thrown.code, reason: thrown.message };
  const error = thrown as Partial<NodeJS.ErrnoException>;
  const code = CODES[error.code ?? ''] ?? 'file/unreadable';
  return { code, reason: error.message ?? String(thrown) };
}
