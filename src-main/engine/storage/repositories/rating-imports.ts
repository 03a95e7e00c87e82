import { EngineError, type ArtworkId, type ProfileId, type RatingsImport } from '../../../contract';
import type { Database } from '../database';
import type { Opinions } from './opinions';
import type { Profiles } from './profiles';

interface Row {
  id: number;
  file_name: string;
  at: string;
  ratings: number;
}

/** A rating as a table tells it. */
export interface ToldRating {
  readonly profileId: ProfileId;
  readonly artworkId: ArtworkId;
  /** 1..5, also between the stars. */
  readonly rating: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Rows that one statement takes. */
const BATCH = 5000;
const SELECT = `SELECT id, file_name, at,
  (SELECT count(*) FROM events WHERE import_id = i.id) AS ratings FROM rating_imports i`;

/** Which ratings came from which table, so that a whole import can be taken back. */
export class RatingImports {
  constructor(
    private readonly database: Database,
    private readonly opinions: Opinions,
    private readonly profiles: Profiles,
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

  /**
   * Takes ratings in, in the order of their times, and remembers what was there before them: of several ratings of a work
   * by one person the latest counts as the opinion, rounded to whole stars.
   */
  take(id: number, ratings: readonly ToldRating[]): void {
    for (const batch of chunks(ratings, BATCH)) this.#addSignals(id, batch);
    const latest = new Map(ratings.map((it) => [`${it.profileId}/${it.artworkId}`, it]));
    for (const batch of chunks([...latest.values()], BATCH)) this.#setOpinions(id, batch);
    this.#showActive(id);
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
      this.database.run(
        `UPDATE opinions AS o SET rating = k.before FROM imported_opinions AS k
         WHERE k.import_id = ? AND k.profile_id = o.profile_id AND k.artwork_id = o.artwork_id
           AND o.rating = k.after`,
        id,
      );
      this.#showActive(id);
      this.#passOn(id);
      this.database.run('DELETE FROM events WHERE import_id = ?', id);
      const left = this.#unused(id);
      this.#passProfilesOn(id);
      this.database.run('DELETE FROM rating_imports WHERE id = ?', id);
      return left;
    });
  }

  #addSignals(id: number, ratings: readonly ToldRating[]): void {
    const rows = ratings.map(({ profileId, artworkId, rating, at }) => [
      profileId,
      artworkId,
      rating,
      at,
    ]);
    this.database.run(
      `INSERT INTO events (kind, artwork_id, profile_id, at, session, value, import_id)
       SELECT 'rating', a.id, t.value->>0, t.value->>3, ?2, t.value->>2, ?1
       FROM json_each(?3) t JOIN artworks a ON a.id = t.value->>1`,
      id,
      `import ${id}`,
      JSON.stringify(rows),
    );
  }

  #setOpinions(id: number, ratings: readonly ToldRating[]): void {
    const rows = ratings.map((it) => [it.profileId, it.artworkId, Math.round(it.rating)]);
    const told = JSON.stringify(rows);
    this.database.run(
      `INSERT INTO imported_opinions
       SELECT ?1, t.value->>0, a.id, coalesce(o.rating, 0), t.value->>2
       FROM json_each(?2) t JOIN artworks a ON a.id = t.value->>1
         LEFT JOIN opinions o ON o.profile_id = t.value->>0 AND o.artwork_id = a.id`,
      id,
      told,
    );
    this.database.run(
      `INSERT INTO opinions (profile_id, artwork_id, rating)
       SELECT t.value->>0, a.id, t.value->>2
       FROM json_each(?1) t JOIN artworks a ON a.id = t.value->>1 WHERE true
       ON CONFLICT (profile_id, artwork_id) DO UPDATE SET rating = excluded.rating`,
      told,
    );
  }

  /** The stars that the gallery shows are those of the active profile, which may be among the changed ones. */
  #showActive(id: number): void {
    const { active } = this.profiles;
    const sql = 'SELECT 1 FROM imported_opinions WHERE import_id = ? AND profile_id = ? LIMIT 1';
    if (this.database.get(sql, id, active)) this.opinions.show(active);
  }

  /** A later import that took the place of these ratings goes back to what was there before both. */
  #passOn(id: number): void {
    const later = this.database
      .all<{ id: number }>('SELECT id FROM rating_imports WHERE id > ? ORDER BY id', id)
      .map((row) => row.id);
    for (const [at, next] of later.entries())
      this.database.run(
        `UPDATE imported_opinions AS l SET before = k.before FROM imported_opinions AS k
         WHERE k.import_id = ?1 AND l.import_id = ?2 AND l.profile_id = k.profile_id
           AND l.artwork_id = k.artwork_id AND l.before = k.after
           AND NOT EXISTS (SELECT 1 FROM json_each(?3) t JOIN imported_opinions b
             ON b.import_id = t.value AND b.profile_id = k.profile_id AND b.artwork_id = k.artwork_id)`,
        id,
        next,
        JSON.stringify(later.slice(0, at)),
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

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
