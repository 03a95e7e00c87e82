import type { Migration } from './migration';

/** Long work that must survive a restart, the files still to be taken in, and those that could not be. */
export const workInHand: Migration = {
  version: 5,
  name: 'work-in-hand',
  apply(database) {
    database.exec(`
      CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        payload TEXT NOT NULL,
        state TEXT NOT NULL,
        done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL
      );

      CREATE TABLE pending (
        id INTEGER PRIMARY KEY,
        folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
        directory_id INTEGER NOT NULL REFERENCES directories(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns TEXT NOT NULL,
        inode TEXT NOT NULL,
        stage TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX pending_of_folder ON pending(folder_id, stage, id);
      CREATE INDEX pending_suspects ON pending(folder_id) WHERE attempts > 0;

      CREATE TABLE failures (
        folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns TEXT NOT NULL,
        PRIMARY KEY (folder_id, path)
      ) WITHOUT ROWID;
    `);
  },
};
