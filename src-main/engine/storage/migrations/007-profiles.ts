import type { Migration } from './migration';

const TABLES = `
  CREATE TABLE profiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    built_in INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL,
    removed_at TEXT
  );
  CREATE UNIQUE INDEX profiles_by_name ON profiles(name_key) WHERE removed_at IS NULL;

  CREATE TABLE rating_imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    at TEXT NOT NULL
  );

  CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
    other_id INTEGER REFERENCES artworks(id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    session TEXT NOT NULL,
    value REAL,
    import_id INTEGER REFERENCES rating_imports(id) ON DELETE SET NULL
  );
  CREATE INDEX events_by_time ON events(at, id);
  CREATE INDEX events_of_profile ON events(profile_id, at, id);
  CREATE INDEX events_of_kind ON events(kind, profile_id, at, id);
  CREATE INDEX events_of_artwork ON events(artwork_id, profile_id, kind);
  CREATE INDEX events_of_other ON events(other_id) WHERE other_id IS NOT NULL;
  CREATE INDEX events_of_import ON events(import_id) WHERE import_id IS NOT NULL;

  CREATE TABLE opinions (
    profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
    favourite INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (profile_id, artwork_id)
  ) WITHOUT ROWID;
  CREATE INDEX opinions_of_artwork ON opinions(artwork_id);

  CREATE TABLE imported_opinions (
    import_id INTEGER NOT NULL REFERENCES rating_imports(id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    artwork_id INTEGER NOT NULL REFERENCES artworks(id) ON DELETE CASCADE,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    PRIMARY KEY (import_id, profile_id, artwork_id)
  ) WITHOUT ROWID;
  CREATE TABLE imported_profiles (
    import_id INTEGER NOT NULL REFERENCES rating_imports(id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    PRIMARY KEY (import_id, profile_id)
  ) WITHOUT ROWID;
`;

/** What there was becomes what 'Me' did; a rating or heart that nobody noted the time of is as old as its work. */
const TAKE_OVER = `
  INSERT INTO profiles (id, name, name_key, built_in, made_at)
    VALUES (1, 'Me', 'me', 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));

  INSERT INTO events (kind, artwork_id, profile_id, at, session, value)
    SELECT CASE kind WHEN 'dislike' THEN 'dismissed' ELSE kind END, artwork_id, 1, at, 'before', value
    FROM signals ORDER BY id;
  INSERT INTO events (kind, artwork_id, profile_id, at, session, value)
    SELECT 'rating', id, 1, added_at, 'before', rating FROM artworks a WHERE rating > 0
      AND NOT EXISTS (SELECT 1 FROM signals WHERE artwork_id = a.id AND kind = 'rating');
  INSERT INTO events (kind, artwork_id, profile_id, at, session, value)
    SELECT 'favourite', id, 1, added_at, 'before', 1 FROM artworks a WHERE favourite = 1
      AND NOT EXISTS (SELECT 1 FROM signals WHERE artwork_id = a.id AND kind = 'favourite');
  DROP TABLE signals;

  INSERT INTO opinions (profile_id, artwork_id, rating, favourite)
    SELECT 1, id, rating, favourite FROM artworks WHERE rating > 0 OR favourite = 1;
`;

/**
 * Whose taste it is, and what everyone did. `opinions` holds the ratings and favourites of every profile; the columns of
 * `artworks`, which the gallery sorts and filters by, repeat those of the active one. Works are named by their ids, which
 * stay when a file is renamed or moved.
 */
export const profiles: Migration = {
  version: 7,
  name: 'profiles',
  apply(database) {
    database.exec(TABLES);
    database.exec(TAKE_OVER);
  },
};
