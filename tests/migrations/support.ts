import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Database } from '../../src-main/engine/storage/database';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';

/** A database brought up to one version in a temporary folder, and removed afterwards. */
export function withDatabase(version: number, test: (database: Database) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'oeuvre-migrations-'));
  const database = new Database(path.join(folder, 'catalogue.db'));
  try {
    migrate(database, version);
    test(database);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How SQLite means to answer a query, one line a step. */
export function planOf(database: Database, sql: string): string {
  return database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .map(({ detail }) => detail)
    .join('\n');
}

export function tablesOf(database: Database): string[] {
  return database
    .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map(({ name }) => name);
}

/** Inserts a folder, a directory, an artwork and its file, in the columns of version 1. */
export function insertWork(database: Database, hash: string): void {
  database.exec(`
    INSERT OR IGNORE INTO folders (id, path, added_at) VALUES (1, '/works', '2024-01-01');
    INSERT OR IGNORE INTO directories (id, folder_id, path) VALUES (1, 1, '/works');
    INSERT INTO artworks (hash, title, file_name, name_key, width, height, aspect, date, day, year, hue,
      lightness, added_at, metadata)
    VALUES ('${hash}', 'T', '${hash}.png', '${hash}', 3, 2, 1.5, '2020-01-01', 18262, 2020, 10, 0.5,
      '2024-01-01', '{}');
    INSERT INTO files (folder_id, directory_id, name, artwork_id, size, mtime_ns, inode)
    VALUES (1, 1, '${hash}.png', last_insert_rowid(), 1, '1', '1');
  `);
}
