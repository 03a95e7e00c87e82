import { EngineError, type ArtworkId, type ProfileId, type RatingsImport } from '../../../contract';
import type { Database } from '../database';
import type { Opinions } from './opinions';

interface Row {
  id: number;
  file_name: string;
  at: string;
  ratings: number;
}

interface Kept {
  profile_id: number;
  artwork_id: number;
  before: number;
  after: number;
}

const SELECT = `SELECT id, file_name, at,
  (SELECT count(*) FROM events WHERE import_id = i.id) AS ratings FROM rating_imports i`;

/** Which ratings came from which table, so that a whole import can be taken back. */
export class RatingImports {
  constructor(
    private readonly database: Database,
    private readonly opinions: Opinions,
  ) {}

  /** Newest first. */
  list(): RatingsImport[] {
    return this.database.all<Row>(`${SELECT} ORDER BY id DESC`).map(toImport);
  }

  /** @throws EngineError 'ratings/import-not-found' */
  get(id: number): RatingsImport {
    const row = this.database.get<Row>(`${SELECT} WHERE id = ?`, id);
    if (!row) throw new EngineError('ratings/import-not-found', `There is no import ${id}`, { id });
    return toImport(row);
  }

  /** Begins an import. @returns its id */
  begin(fileName: string): number {
    return this.database.run(
      'INSERT INTO rating_imports (file_name, at) VALUES (?, ?)',
      fileName,
      new Date().toISOString(),
    ).lastInsertRowid;
  }

  /** Says that a profile was made by an import. */
  keepProfile(id: number, profileId: ProfileId): void {
    this.database.run('INSERT INTO imported_profiles VALUES (?, ?)', id, profileId);
  }

  /** Sets a rating and remembers what was there before. */
  rate(id: number, profileId: ProfileId, artworkId: ArtworkId, rating: number): void {
    this.database.run(
      `INSERT INTO imported_opinions VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (import_id, profile_id, artwork_id) DO UPDATE SET after = excluded.after`,
      id,
      profileId,
      artworkId,
      this.opinions.ratingOf(profileId, artworkId),
      rating,
    );
    this.opinions.rate([artworkId], rating, profileId);
  }

  /**
   * Takes a whole import back. A rating that was changed since stays; so does a profile that has done something since.
   *
   * @returns profiles that are left without anything and were made by the import
   * @throws EngineError 'ratings/import-not-found'
   */
  undo(id: number): ProfileId[] {
    return this.database.transaction(() => {
      this.get(id);
      const kept = this.database.all<Kept>(
        'SELECT * FROM imported_opinions WHERE import_id = ?',
        id,
      );
      for (const { profile_id: profile, artwork_id: artwork, before, after } of kept) {
        if (this.opinions.ratingOf(profile, artwork) === after)
          this.opinions.rate([artwork], before, profile);
        this.#passOn(id, { profile_id: profile, artwork_id: artwork, before, after });
      }
      this.database.run('DELETE FROM events WHERE import_id = ?', id);
      const left = this.#unused(id);
      this.#passProfilesOn(id);
      this.database.run('DELETE FROM rating_imports WHERE id = ?', id);
      return left;
    });
  }

  /** A later import that took the place of this rating goes back to what was there before both. */
  #passOn(id: number, { profile_id: profile, artwork_id: artwork, before, after }: Kept): void {
    this.database.run(
      `UPDATE imported_opinions SET before = ?4 WHERE profile_id = ?2 AND artwork_id = ?3 AND before = ?5
         AND import_id = (SELECT min(import_id) FROM imported_opinions
           WHERE import_id > ?1 AND profile_id = ?2 AND artwork_id = ?3)`,
      id,
      profile,
      artwork,
      before,
      after,
    );
  }

  /** A profile that a later import rates for too is that import's from now on. */
  #passProfilesOn(id: number): void {
    this.database.run(
      `INSERT OR IGNORE INTO imported_profiles
         SELECT min(import_id), profile_id FROM imported_opinions WHERE import_id > ?1
           AND profile_id IN (SELECT profile_id FROM imported_profiles WHERE import_id = ?1)
         GROUP BY profile_id`,
      id,
    );
  }

  #unused(id: number): ProfileId[] {
    return this.database
      .all<{ id: number }>(
        `SELECT profile_id AS id FROM imported_profiles p WHERE import_id = ?
           AND NOT EXISTS (SELECT 1 FROM events WHERE profile_id = p.profile_id)
           AND NOT EXISTS (SELECT 1 FROM opinions WHERE profile_id = p.profile_id
             AND (rating > 0 OR favourite = 1))`,
        id,
      )
      .map((row) => row.id);
  }
}

function toImport({ id, file_name: fileName, at, ratings }: Row): RatingsImport {
  return { id, fileName, at, ratings };
}
