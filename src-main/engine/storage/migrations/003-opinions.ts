import type { Migration } from './migration';

/** What the user and the files say in words, and what the user did. */
export const opinions: Migration = {
  version: 3,
  name: 'opinions',
  apply(database) {
    database.exec(`
      CREATE TABLE labels (
        label TEXT NOT NULL,
        artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        PRIMARY KEY (label, artwork_id)
      ) WITHOUT ROWID;
      CREATE INDEX labels_of_artwork ON labels(artwork_id, label);

      CREATE TABLE keywords (
        keyword TEXT NOT NULL,
        artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
        PRIMARY KEY (keyword, artwork_id)
      ) WITHOUT ROWID;
      CREATE INDEX keywords_of_artwork ON keywords(artwork_id);

      CREATE TABLE signals (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
        value REAL,
        at TEXT NOT NULL
      );
      CREATE INDEX signals_of_artwork ON signals(artwork_id, kind);
    `);
  },
};
