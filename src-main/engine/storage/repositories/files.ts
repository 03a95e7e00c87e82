import path from 'node:path';
import type { ArtworkId, FolderId } from '../../../contract';
import type { Database } from '../database';

/** What the file system says of a file; when none of it changed, the file is not read again. */
export interface FileStamp {
  readonly size: number;
  /** Nanoseconds since 1970, in decimal: more than a double can hold. */
  readonly mtimeNs: string;
  readonly inode: string;
}

export interface KnownFile extends FileStamp {
  readonly id: number;
  readonly name: string;
  readonly artworkId: ArtworkId;
  readonly missing: boolean;
  /** Measured by the current formulas, and embedded by the model that was asked about. */
  readonly measured: boolean;
}

export interface FilePlace {
  readonly folderId: FolderId;
  readonly directoryId: number;
  readonly name: string;
}

interface Row {
  id: number;
  name: string;
  artwork_id: number;
  size: number;
  mtime_ns: string;
  inode: string;
  missing: number;
  measured: number;
}

/** Where the bytes of the artworks lie. */
export class Files {
  constructor(private readonly database: Database) {}

  /** Of a directory that holds at least one file; made when it is new. */
  directoryId(folderId: FolderId, directory: string): number {
    const known = this.database.get<{ id: number; folder_id: number }>(
      'SELECT id, folder_id FROM directories WHERE path = ?',
      directory,
    );
    if (known && known.folder_id === folderId) return known.id;
    if (known) this.database.run('DELETE FROM directories WHERE id = ?', known.id);
    return this.database.run(
      'INSERT INTO directories (folder_id, path) VALUES (?, ?)',
      folderId,
      directory,
    ).lastInsertRowid;
  }

  findDirectory(folderId: FolderId, directory: string): number | null {
    const row = this.database.get<{ id: number }>(
      'SELECT id FROM directories WHERE path = ? AND folder_id = ?',
      directory,
      folderId,
    );
    return row?.id ?? null;
  }

  directories(folderId: FolderId): Array<{ id: number; path: string }> {
    return this.database
      .all<{ id: number; path: string }>(
        'SELECT id, path FROM directories WHERE folder_id = ?',
        folderId,
      )
      .map((row) => ({ id: row.id, path: row.path }));
  }

  /**
   * The files known in one directory, a page at a time in the order of their names.
   *
   * @param after the last name of the page before, '' for the first
   * @param analysisVersion works measured by an older version count as not measured
   * @param modelId works without its vectors count as not measured; null asks for none
   */
  inDirectory(
    directoryId: number,
    after: string,
    limit: number,
    analysisVersion: number,
    modelId: string | null,
  ): KnownFile[] {
    return this.database
      .all<Row>(
        `SELECT f.id, f.name, f.artwork_id, f.size, f.mtime_ns, f.inode, f.missing,
           EXISTS (SELECT 1 FROM analyses n WHERE n.hash = a.hash AND n.version >= ?1)
           AND (?2 IS NULL OR EXISTS
             (SELECT 1 FROM vectors v WHERE v.hash = a.hash AND v.model_id = ?2)) AS measured
         FROM files f JOIN artworks a ON a.id = f.artwork_id
         WHERE f.directory_id = ?3 AND f.name > ?4 ORDER BY f.name LIMIT ?5`,
        analysisVersion,
        modelId,
        directoryId,
        after,
        limit,
      )
      .map((row) => ({
        id: row.id,
        name: row.name,
        artworkId: row.artwork_id,
        size: row.size,
        mtimeNs: row.mtime_ns,
        inode: row.inode,
        missing: row.missing === 1,
        measured: row.measured === 1,
      }));
  }

  /** What was last found at this place. */
  at({ directoryId, name }: FilePlace): { id: number; artworkId: ArtworkId } | null {
    const row = this.database.get<{ id: number; artwork_id: number }>(
      'SELECT id, artwork_id FROM files WHERE directory_id = ? AND name = ?',
      directoryId,
      name,
    );
    return row ? { id: row.id, artworkId: row.artwork_id } : null;
  }

  /** Says that this file, as it is now, holds this artwork. */
  attach({ folderId, directoryId, name }: FilePlace, stamp: FileStamp, artworkId: ArtworkId): void {
    this.database.run(
      `INSERT INTO files (folder_id, directory_id, name, artwork_id, size, mtime_ns, inode, missing)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)
       ON CONFLICT (directory_id, name) DO UPDATE SET artwork_id = excluded.artwork_id,
         size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode, missing = 0`,
      folderId,
      directoryId,
      name,
      artworkId,
      stamp.size,
      stamp.mtimeNs,
      stamp.inode,
    );
  }

  /** The present files of an artwork, the one that was found first in front. */
  presentOf(artworkId: ArtworkId): Array<{ id: number; name: string }> {
    return this.database
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM files WHERE artwork_id = ? AND missing = 0 ORDER BY id',
        artworkId,
      )
      .map(({ id, name }) => ({ id, name }));
  }

  /**
   * The file that stands for an artwork: a present one if there is any, in a reachable folder first.
   */
  placeOf(artworkId: ArtworkId): { path: string; folderId: FolderId; missing: boolean } | null {
    const row = this.database.get<{
      directory: string;
      name: string;
      folder_id: number;
      missing: number;
      reachable: number;
    }>(
      `SELECT d.path AS directory, f.name, f.folder_id, f.missing, o.reachable
       FROM files f JOIN directories d ON d.id = f.directory_id JOIN folders o ON o.id = f.folder_id
       WHERE f.artwork_id = ? ORDER BY f.missing, o.reachable DESC, f.id LIMIT 1`,
      artworkId,
    );
    if (!row) return null;
    return {
      path: path.join(row.directory, row.name),
      folderId: row.folder_id,
      missing: row.missing === 1 || row.reachable === 0,
    };
  }

  /** The artwork whose file lies, or lay, at this path. */
  atPath(file: string): ArtworkId | null {
    const row = this.database.get<{ artwork_id: number }>(
      `SELECT f.artwork_id FROM files f JOIN directories d ON d.id = f.directory_id
       WHERE d.path = ? AND f.name = ?`,
      path.dirname(file),
      path.basename(file),
    );
    return row?.artwork_id ?? null;
  }

  /** Paths of an artwork's files, those that are missing too. */
  pathsOf(artworkId: ArtworkId): string[] {
    return this.database
      .all<{ directory: string; name: string }>(
        `SELECT d.path AS directory, f.name FROM files f JOIN directories d ON d.id = f.directory_id
         WHERE f.artwork_id = ? ORDER BY f.id`,
        artworkId,
      )
      .map(({ directory, name }) => path.join(directory, name));
  }

  setMissing(id: number, missing: boolean): void {
    this.database.run('UPDATE files SET missing = ? WHERE id = ?', Number(missing), id);
  }

  artworkOf(id: number): ArtworkId | null {
    const row = this.database.get<{ artwork_id: number }>(
      'SELECT artwork_id FROM files WHERE id = ?',
      id,
    );
    return row?.artwork_id ?? null;
  }

  forget(id: number): void {
    this.database.run('DELETE FROM files WHERE id = ?', id);
  }

  /** @returns how many were forgotten: fewer than `limit` means that none is left */
  forgetSome(folderId: FolderId, limit: number): number {
    return this.database.run(
      'DELETE FROM files WHERE id IN (SELECT id FROM files WHERE folder_id = ? LIMIT ?)',
      folderId,
      limit,
    ).changes;
  }

  /** Artworks whose very same bytes lie in more than one present file. */
  exactDuplicates(): Array<{ artworkId: ArtworkId; paths: string[] }> {
    const rows = this.database.all<{ artwork_id: number; directory: string; name: string }>(
      `SELECT f.artwork_id, d.path AS directory, f.name
       FROM files f JOIN directories d ON d.id = f.directory_id
       WHERE f.missing = 0 AND f.artwork_id IN
         (SELECT artwork_id FROM files WHERE missing = 0 GROUP BY artwork_id HAVING count(*) > 1)
       ORDER BY f.artwork_id, f.id`,
    );
    const groups = new Map<ArtworkId, string[]>();
    for (const row of rows) {
      const paths = groups.get(row.artwork_id) ?? [];
      paths.push(path.join(row.directory, row.name));
      groups.set(row.artwork_id, paths);
    }
    return [...groups].map(([artworkId, paths]) => ({ artworkId, paths }));
  }
}
