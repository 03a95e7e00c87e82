import type { Migration } from './migration';

/**
 * Who made a work: what a person says, and beside it what the file says. The file's word is read out of its metadata
 * into an index, so that a large library need not be read through for it.
 */
export const hands: Migration = {
  version: 6,
  name: 'hands',
  apply(database) {
    database.exec(`
      CREATE TABLE hands (
        artwork_id INTEGER PRIMARY KEY REFERENCES artworks(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        at TEXT NOT NULL
      );

      ALTER TABLE artworks ADD COLUMN author TEXT GENERATED ALWAYS AS (
        CASE WHEN json_valid(metadata) THEN nullif(trim(json_extract(metadata, '$.author')), '') END
      ) VIRTUAL;
      CREATE INDEX artworks_with_author ON artworks(id, author) WHERE author IS NOT NULL;
    `);
  },
};
