import type { ErrorCode, FailedFile, FolderId } from '../../../contract';
import type { Database } from '../database';

export interface Failure {
  readonly path: string;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly size: number;
  readonly mtimeNs: string;
}

interface Row {
  folder_id: number;
  path: string;
  code: ErrorCode;
  reason: string;
  size: number;
  mtime_ns: string;
}

/** Files that could not be taken in, each with its reason. */
export class Failures {
  constructor(private readonly database: Database) {}

  list(folderId?: FolderId): FailedFile[] {
    const rows =
      folderId === undefined
        ? this.database.all<Row>('SELECT * FROM failures ORDER BY path')
        : this.database.all<Row>(
            'SELECT * FROM failures WHERE folder_id = ? ORDER BY path',
            folderId,
          );
    return rows.map((row) => ({
      folderId: row.folder_id,
      path: row.path,
      code: row.code,
      reason: row.reason,
    }));
  }

  inFolder(folderId: FolderId): Failure[] {
    return this.database
      .all<Row>('SELECT * FROM failures WHERE folder_id = ?', folderId)
      .map(({ path, code, reason, size, mtime_ns: mtimeNs }) => ({
        path,
        code,
        reason,
        size,
        mtimeNs,
      }));
  }

  count(folderId: FolderId): number {
    return (
      this.database.get<{ n: number }>(
        'SELECT count(*) AS n FROM failures WHERE folder_id = ?',
        folderId,
      )?.n ?? 0
    );
  }

  record(folderId: FolderId, { path, code, reason, size, mtimeNs }: Failure): void {
    this.database.run(
      'INSERT OR REPLACE INTO failures (folder_id, path, code, reason, size, mtime_ns) VALUES (?, ?, ?, ?, ?, ?)',
      folderId,
      path,
      code,
      reason,
      size,
      mtimeNs,
    );
  }

  clear(folderId: FolderId, path: string): void {
    this.database.run('DELETE FROM failures WHERE folder_id = ? AND path = ?', folderId, path);
  }
}
