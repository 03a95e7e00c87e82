import type { Migration } from './migration';

/** What was measured. Keyed by content, so that a copy or a moved file is never measured twice. */
export const measurements: Migration = {
  version: 2,
  name: 'measurements',
  apply(database) {
    database.exec(`
      CREATE TABLE analyses (
        hash TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        palette TEXT NOT NULL,
        traits BLOB NOT NULL,
        palette_vector BLOB NOT NULL,
        perceptual BLOB NOT NULL,
        details TEXT NOT NULL
      );

      CREATE TABLE swatches (
        artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
        l REAL NOT NULL,
        a REAL NOT NULL,
        b REAL NOT NULL,
        share REAL NOT NULL
      );
      CREATE INDEX swatches_by_colour ON swatches(l, a, b, share, artwork_id);
      CREATE INDEX swatches_of_artwork ON swatches(artwork_id);

      CREATE TABLE vectors (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL,
        model_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (hash, model_id, kind)
      );
    `);
  },
};
