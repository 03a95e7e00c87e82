import { EngineError, type ErrorCode } from '../../contract';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that a user can do something about. */
const CODES: ReadonlyArray<readonly [prefix: string, code: ErrorCode]> = [
  ['SQLITE_FULL', 'catalogue/disk-full'],
  ['SQLITE_BUSY', 'catalogue/locked'],
  ['SQLITE_LOCKED', 'catalogue/locked'],
  ['SQLITE_READONLY', 'catalogue/locked'],
  ['SQLITE_CANTOPEN', 'catalogue/locked'],
  ['SQLITE_CORRUPT', 'catalogue/damaged'],
  ['SQLITE_NOTADB', 'catalogue/damaged'],
  ['SQLITE_IOERR', 'catalogue/damaged'],
];

/** Gives a database failure its code; everything else passes through unchanged. */
export function toStorageError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof EngineError) return thrown;
  const sqlite = sqliteCode(thrown);
  const found = CODES.find(([prefix]) => sqlite.startsWith(prefix));
  if (!found) return thrown;
  return new EngineError(found[1], `The catalogue failed: ${thrown.message}`, { sqlite });
}

/** Gives a full disk its code when a file of ours could not be written; all else passes through unchanged. */
export function toDiskError(file: string, thrown: unknown): unknown {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') return thrown;
  return new EngineError('catalogue/disk-full', `There is no room for ${file}`, { path: file });
}

function sqliteCode(error: Error): string {
  const code = (error as Error & { code?: unknown }).code;
  if (typeof code === 'string' && code.startsWith('SQLITE_')) return code;
  // Opening reports some failures without a code, only in words.
  if (/not a database|malformed/i.test(error.message)) return 'SQLITE_NOTADB';
  if (/unable to open/i.test(error.message)) return 'SQLITE_CANTOPEN';
  return '';
}
