import { EngineError, type Folder, type FolderId } from '../../../contract';
import type { Database } from '../database';

/** A folder as the scan needs it. */
export interface StoredFolder {
  readonly id: FolderId;
  readonly path: string;
  /** The device it lay on when it was last read, to tell an emptied folder from an unplugged disk. */
  readonly device: string | null;
}

interface Row {
  id: number;
  path: string;
  reachable: number;
  works: number;
  failed: number;
}

const COUNTED = `
  SELECT id, path, reachable,
    (SELECT count(DISTINCT artwork_id) FROM files WHERE folder_id = folders.id AND missing = 0) AS works,
    (SELECT count(*) FROM failures WHERE folder_id = folders.id) AS failed
  FROM folders`;

/** The folders that the user added. */
export class Folders {
  constructor(private readonly database: Database) {}

  list(): Folder[] {
    return this.database.all<Row>(`${COUNTED} ORDER BY path`).map(toFolder);
  }

  /** @throws EngineError 'folder/not-found' */
  get(id: FolderId): Folder {
    const row = this.database.get<Row>(`${COUNTED} WHERE id = ?`, id);
    if (!row) throw unknownFolder(id);
    return toFolder(row);
  }

  /** @throws EngineError 'folder/not-found' */
  stored(id: FolderId): StoredFolder {
    const row = this.database.get<StoredFolder>(
      'SELECT id, path, device FROM folders WHERE id = ?',
      id,
    );
    if (!row) throw unknownFolder(id);
    return { id: row.id, path: row.path, device: row.device };
  }

  paths(): Array<{ id: FolderId; path: string }> {
    return this.database
      .all<{ id: number; path: string }>('SELECT id, path FROM folders ORDER BY id')
      .map(({ id, path }) => ({ id, path }));
  }

  /** @throws EngineError 'folder/already-added' */
  add(path: string): FolderId {
    const known = this.database.get('SELECT 1 FROM folders WHERE path = ?', path);
    if (known) throw new EngineError('folder/already-added', `${path} is already added`, { path });
    return this.database.run(
      'INSERT INTO folders (path, added_at) VALUES (?, ?)',
      path,
      new Date().toISOString(),
    ).lastInsertRowid;
  }

  /** @returns whether that was news */
  setReachable(id: FolderId, reachable: boolean, device: string | null = null): boolean {
    const { changes } = this.database.run(
      `UPDATE folders SET reachable = ?, device = coalesce(?, device)
       WHERE id = ? AND (reachable <> ? OR device IS NOT coalesce(?, device))`,
      Number(reachable),
      device,
      id,
      Number(reachable),
      device,
    );
    return changes > 0;
  }

  /** Forgets the folder itself; its files must be forgotten before. */
  remove(id: FolderId): void {
    this.database.run('DELETE FROM folders WHERE id = ?', id);
  }
}

function toFolder({ id, path, reachable, works, failed }: Row): Folder {
  return { id, path, works, failed, reachable: reachable === 1 };
}

function unknownFolder(id: FolderId): EngineError {
  return new EngineError('folder/not-found', `There is no folder ${id}`, { id });
}
