import type { ArtworkId, ProfileId } from '../../../contract';
import type { Database } from '../database';

const EVENT = ['NEW', 'OLD'] as const;

/** Triggers of this connection alone: they also see what is undone, and what goes with a work or a profile. */
const SETUP = [
  'CREATE TEMP TABLE watched_profile (profile_id INTEGER PRIMARY KEY)',
  'CREATE TEMP TABLE touched_works (artwork_id INTEGER PRIMARY KEY)',
  'CREATE TEMP TABLE touched_profiles (profile_id INTEGER PRIMARY KEY, times INTEGER NOT NULL)',
  ...EVENT.map(
    (
      row,
    ) => `CREATE TEMP TRIGGER touched_by_${row} AFTER ${row === 'NEW' ? 'INSERT' : 'DELETE'} ON events BEGIN
      INSERT INTO touched_profiles VALUES (${row}.profile_id, 1)
        ON CONFLICT (profile_id) DO UPDATE SET times = times + 1;
      INSERT INTO touched_works SELECT ${row}.artwork_id FROM watched_profile
        WHERE profile_id = ${row}.profile_id ON CONFLICT DO NOTHING;
      INSERT INTO touched_works SELECT ${row}.other_id FROM watched_profile
        WHERE profile_id = ${row}.profile_id AND ${row}.other_id IS NOT NULL ON CONFLICT DO NOTHING;
    END`,
  ),
];

/** What was said, or taken back, since somebody looked: noted in the transaction that does it, forgotten with the connection. */
export class TouchedWorks {
  constructor(private readonly database: Database) {
    for (const sql of SETUP) database.run(sql);
  }

  /** From now on works are noted of which this profile says something, instead of those of another profile. */
  watch(profileId: ProfileId): void {
    this.database.transaction(() => {
      this.database.run('DELETE FROM watched_profile');
      this.database.run('DELETE FROM touched_works');
      this.database.run('INSERT INTO watched_profile VALUES (?)', profileId);
    });
  }

  /** Of the watched profile, at most so many at a time; each is told of once. */
  take(most: number): ArtworkId[] {
    const ids = this.database
      .all<{ id: number }>('SELECT artwork_id AS id FROM touched_works LIMIT ?', most)
      .map(({ id }) => id);
    const told = JSON.stringify(ids);
    if (ids.length > 0)
      this.database.run(
        'DELETE FROM touched_works WHERE artwork_id IN (SELECT value FROM json_each(?))',
        told,
      );
    return ids;
  }

  /** Differs from what it was whenever another profile said something, took it back, came or went. */
  markOfOthers(profileId: ProfileId): string {
    const sql = `SELECT p.id, t.times FROM profiles p LEFT JOIN touched_profiles t ON t.profile_id = p.id
      WHERE p.removed_at IS NULL AND p.id <> ? ORDER BY p.id`;
    return JSON.stringify(this.database.all<{ id: number; times: number | null }>(sql, profileId));
  }
}
