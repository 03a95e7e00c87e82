import type { FolderId } from '../../../contract';
import type { Database } from '../database';
import type { FilePlace, FileStamp } from './files';

/**
 * Why a file is to be taken in: its place is new, its content may have changed, or it is as it was but must
 * be measured again.
 */
export type Stage = 'new' | 'changed' | 'again';

export interface PendingFile extends FilePlace, FileStamp {
  readonly id: number;
  readonly directory: string;
  readonly stage: Stage;
  /** How often reading it was begun and never ended, because the engine died. */
  readonly attempts: number;
}

interface Row {
  id: number;
  folder_id: number;
  directory_id: number;
  directory: string;
  name: string;
  size: number;
  mtime_ns: string;
  inode: string;
  stage: Stage;
  attempts: number;
}

const SELECT = `SELECT p.*, d.path AS directory FROM pending p JOIN directories d ON d.id = p.directory_id`;

/** The files that are still to be taken in; what is left here after a crash was not finished. */
export class Pending {
  constructor(private readonly database: Database) {}

  add(file: Omit<PendingFile, 'id' | 'directory'>): void {
    this.database.run(
      `INSERT INTO pending (folder_id, directory_id, name, size, mtime_ns, inode, stage, attempts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      file.folderId,
      file.directoryId,
      file.name,
      file.size,
      file.mtimeNs,
      file.inode,
      file.stage,
      file.attempts,
    );
  }

  /** Files on which the engine may have died. */
  suspects(folderId: FolderId): PendingFile[] {
    return this.database
      .all<Row>(`${SELECT} WHERE p.folder_id = ? AND p.attempts > 0 ORDER BY p.id`, folderId)
      .map(toPending);
  }

  /** The next files that no one suspects, in order. */
  after(folderId: FolderId, stage: Stage, id: number, limit: number): PendingFile[] {
    return this.database
      .all<Row>(
        `${SELECT} WHERE p.folder_id = ? AND p.stage = ? AND p.id > ? AND p.attempts = 0
         ORDER BY p.id LIMIT ?`,
        folderId,
        stage,
        id,
        limit,
      )
      .map(toPending);
  }

  count(folderId: FolderId): number {
    return (
      this.database.get<{ n: number }>(
        'SELECT count(*) AS n FROM pending WHERE folder_id = ?',
        folderId,
      )?.n ?? 0
    );
  }

  /** Noted before the file is touched, without waiting for the disk. */
  begin(id: number): void {
    this.database.note(() =>
      this.database.run('UPDATE pending SET attempts = attempts + 1 WHERE id = ?', id),
    );
  }

  /** It was looked at in good order and is still to be done. */
  leave(id: number): void {
    this.database.note(() =>
      this.database.run('UPDATE pending SET attempts = attempts - 1 WHERE id = ?', id),
    );
  }

  finish(id: number): void {
    this.database.run('DELETE FROM pending WHERE id = ?', id);
  }

  /** The work was stopped in good order: nobody is to blame for what is unfinished. */
  absolve(folderId: FolderId): void {
    this.database.note(() =>
      this.database.run(
        'UPDATE pending SET attempts = 0 WHERE folder_id = ? AND attempts > 0',
        folderId,
      ),
    );
  }

  clear(folderId: FolderId): void {
    this.database.note(() =>
      this.database.run('DELETE FROM pending WHERE folder_id = ?', folderId),
    );
  }
}

function toPending(row: Row): PendingFile {
  return {
    id: row.id,
    folderId: row.folder_id,
    directoryId: row.directory_id,
    directory: row.directory,
    name: row.name,
    size: row.size,
    mtimeNs: row.mtime_ns,
    inode: row.inode,
    stage: row.stage,
    attempts: row.attempts,
  };
}
