import type { Migration } from './migration';

const FOLDERS = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    reachable INTEGER NOT NULL DEFAULT 1,
    device TEXT,
    added_at TEXT NOT NULL
  );

  CREATE TABLE directories (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE
  );
  CREATE INDEX directories_of_folder ON directories(folder_id);
`;

const ARTWORKS = `
  CREATE TABLE artworks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    visible INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    aspect REAL NOT NULL,
    date TEXT NOT NULL,
    day INTEGER NOT NULL,
    year INTEGER NOT NULL,
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
    favourite INTEGER NOT NULL DEFAULT 0,
    hue REAL NOT NULL,
    lightness REAL NOT NULL,
    added_at TEXT NOT NULL,
    metadata TEXT NOT NULL
  );
  CREATE INDEX artworks_by_date ON artworks(visible, date, id, aspect, day);
  CREATE INDEX artworks_by_name ON artworks(visible, name_key, id, aspect, day);
  CREATE INDEX artworks_by_added ON artworks(visible, id, aspect, day);
  CREATE INDEX artworks_by_rating ON artworks(visible, rating, date, id, aspect, day);
  CREATE INDEX artworks_by_hue ON artworks(visible, hue, id, aspect, day);
  CREATE INDEX artworks_by_lightness ON artworks(visible, lightness, id, aspect, day);
  CREATE INDEX artworks_by_year ON artworks(visible, year);
  CREATE INDEX artworks_favourite ON artworks(visible, date, id, aspect, day) WHERE favourite = 1;
`;

const FILES = `
  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    directory_id INTEGER NOT NULL REFERENCES directories(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    artwork_id INTEGER NOT NULL REFERENCES artworks(id),
    size INTEGER NOT NULL,
    mtime_ns TEXT NOT NULL,
    inode TEXT NOT NULL,
    missing INTEGER NOT NULL DEFAULT 0,
    UNIQUE (directory_id, name)
  );
  CREATE INDEX files_of_artwork ON files(artwork_id, missing, id);
  CREATE INDEX files_of_folder ON files(folder_id, missing, artwork_id);
`;

/** An artwork is visible while it has a present file. */
const VISIBILITY = `
  CREATE TRIGGER files_inserted AFTER INSERT ON files BEGIN
    UPDATE artworks SET visible = EXISTS
      (SELECT 1 FROM files WHERE artwork_id = new.artwork_id AND missing = 0)
    WHERE id = new.artwork_id;
  END;
  CREATE TRIGGER files_deleted AFTER DELETE ON files BEGIN
    UPDATE artworks SET visible = EXISTS
      (SELECT 1 FROM files WHERE artwork_id = old.artwork_id AND missing = 0)
    WHERE id = old.artwork_id;
  END;
  CREATE TRIGGER files_updated AFTER UPDATE OF artwork_id, missing ON files BEGIN
    UPDATE artworks SET visible = EXISTS
      (SELECT 1 FROM files WHERE artwork_id = artworks.id AND missing = 0)
    WHERE id IN (old.artwork_id, new.artwork_id);
  END;
`;

/**
 * Artworks are what the user sees and speaks about; files are where their bytes were found. An artwork
 * without a present file is kept, invisible, with everything the user said of it.
 */
export const library: Migration = {
  version: 1,
  name: 'library',
  apply(database) {
    for (const sql of [FOLDERS, ARTWORKS, FILES, VISIBILITY]) database.exec(sql);
  },
};
