import {
  EngineError,
  ME,
  type ArtworkId,
  type ProfileId,
  type RatingsImport,
} from '../../../contract';
import { chunks } from '../../kernel/chunks';
import type { Database } from '../database';
import type { Opinions } from './opinions';
import type { Profiles } from './profiles';

interface Row {
  id: number;
  file_name: string;
  at: string;
  ratings: number;
}

/** Where a stretch of the ratings of an import ends; they are walked by profile, then by work. */
interface Place {
  readonly profileId: ProfileId;
  readonly artworkId: ArtworkId;
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

/**
 * Rows that one transaction takes: some 20 ms each, with 100,000 ratings of 10,000 works by 200 or by 20,000 people. In all
 * they take two seconds to come in and as long to go, against two and one in a single transaction.
 */
const STRETCH = 1000;
/** The time of an import that is still being taken in or already being taken back: nobody is told of it. */
const UNFINISHED = '';
const SELECT = `SELECT id, file_name, at,
  (SELECT count(*) FROM events WHERE import_id = i.id) AS ratings FROM rating_imports i
  WHERE at <> '${UNFINISHED}'`;

/**
 * Which ratings came from which table, so that a whole import can be taken back. What takes long comes in stretches, one
 * transaction each: whoever asks lets others have their turn between them, and an import that was cut off is known by
 * having no time.
 */
export class RatingImports {
  constructor(
    private readonly database: Database,
    private readonly opinions: Opinions,
    private readonly profiles: Profiles,
  ) {}

  /** Newest first, without unfinished ones. */
  list(): RatingsImport[] {
    return this.database.all<Row>(`${SELECT} ORDER BY id DESC`).map(toImport);
  }

  /** @throws EngineError 'ratings/import-not-found', also for an unfinished one */
  get(id: number): RatingsImport {
    const row = this.database.get<Row>(`${SELECT} AND id = ?`, id);
    if (!row) throw new EngineError('ratings/import-not-found', `There is no import ${id}`, { id });
    return toImport(row);
  }

  /** Those that were cut off, by a crash or a full disk, while they were taken in or back. */
  unfinished(): number[] {
    return this.database
      .all<{ id: number }>('SELECT id FROM rating_imports WHERE at = ?', UNFINISHED)
      .map(({ id }) => id);
  }

  /** Begins an import, which is unfinished until `finish`. @returns its id */
  begin(fileName: string): number {
    return this.database.run(
      'INSERT INTO rating_imports (file_name, at) VALUES (?, ?)',
      fileName,
      UNFINISHED,
    ).lastInsertRowid;
  }

  /** Says that a profile was made by an import. */
  keepProfile(id: number, profileId: ProfileId): void {
    this.database.run('INSERT INTO imported_profiles VALUES (?, ?)', id, profileId);
  }

  /**
   * Takes ratings in, in the order of their times, and remembers what was there before them: of several ratings of a work
   * by one person the latest counts as the opinion, rounded to whole stars. One that is older than what the person said of the
   * work otherwise is kept among the signals and changes no stars.
   */
  *take(id: number, ratings: readonly ToldRating[]): Generator<void> {
    for (const stretch of chunks(ratings, STRETCH)) {
      this.#addSignals(id, stretch);
      yield;
    }
    const latest = new Map(ratings.map((it) => [`${it.profileId}/${it.artworkId}`, it]));
    for (const stretch of chunks([...latest.values()], STRETCH)) {
      this.database.transaction(() => this.#setOpinions(id, stretch));
      yield;
    }
  }

  /** From now on the import is told of. */
  finish(id: number): void {
    this.#setTime(id, new Date().toISOString());
  }

  /**
   * Takes a whole import back, also an unfinished one, with the profiles that it made. A rating that was changed since
   * stays; so does a profile that has done something since.
   */
  *undo(id: number): Generator<void> {
    this.#setTime(id, UNFINISHED);
    while (this.database.transaction(() => this.#restoreSome(id))) yield;
    while (this.#forgetSomeSignals(id)) yield;
    this.database.transaction(() => {
      for (const unused of this.#unused(id)) this.#removeProfile(unused);
      this.#passProfilesOn(id);
      this.database.run('DELETE FROM rating_imports WHERE id = ?', id);
    });
  }

  #setTime(id: number, at: string): void {
    this.database.run('UPDATE rating_imports SET at = ? WHERE id = ?', at, id);
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

  /** Those after which nobody has rated the work for that profile, but for the import itself. */
  #newer(id: number, ratings: readonly ToldRating[]): ToldRating[] {
    const told = ratings.map(({ profileId, artworkId, at }) => [profileId, artworkId, at]);
    const places = this.database.all<{ place: number }>(
      `SELECT t.key AS place FROM json_each(?2) t WHERE NOT EXISTS (SELECT 1 FROM events
         WHERE artwork_id = t.value->>1 AND profile_id = t.value->>0 AND kind = 'rating'
           AND at > t.value->>2 AND import_id IS NOT ?1)`,
      id,
      JSON.stringify(told),
    );
    return places.map(({ place }) => ratings[place]!);
  }

  #setOpinions(id: number, ratings: readonly ToldRating[]): void {
    const toldOf = (some: readonly ToldRating[]): string =>
      JSON.stringify(some.map((it) => [it.profileId, it.artworkId, Math.round(it.rating)]));
    const newer = this.#newer(id, ratings);
    this.database.run(
      `INSERT INTO imported_opinions
       SELECT ?1, t.value->>0, a.id, coalesce(o.rating, 0), t.value->>2
       FROM json_each(?2) t JOIN artworks a ON a.id = t.value->>1
         LEFT JOIN opinions o ON o.profile_id = t.value->>0 AND o.artwork_id = a.id`,
      id,
      toldOf(ratings),
    );
    this.database.run(
      `INSERT INTO opinions (profile_id, artwork_id, rating)
       SELECT t.value->>0, a.id, t.value->>2
       FROM json_each(?1) t JOIN artworks a ON a.id = t.value->>1 WHERE true
       ON CONFLICT (profile_id, artwork_id) DO UPDATE SET rating = excluded.rating`,
      toldOf(newer),
    );
    const { active } = this.profiles;
    const shown = newer.filter(({ profileId }) => profileId === active);
    this.opinions.showAgain(shown.map(({ artworkId }) => artworkId));
  }

  /**
   * Brings back what was said since the import, by hand or by a later one, or else what was there before some of its
   * ratings, and forgets that it was. @returns whether there were any
   */
  #restoreSome(id: number): boolean {
    const last = this.database.get<Place>(
      `SELECT * FROM (SELECT profile_id AS profileId, artwork_id AS artworkId FROM imported_opinions
         WHERE import_id = ? ORDER BY profile_id, artwork_id LIMIT ${STRETCH})
       ORDER BY profileId DESC, artworkId DESC LIMIT 1`,
      id,
    );
    if (!last) return false;
    this.database.run(
      `UPDATE opinions AS o SET rating = coalesce(
         (SELECT round(e.value) FROM events e WHERE e.artwork_id = k.artwork_id
            AND e.profile_id = k.profile_id AND e.kind = 'rating'
            AND e.id > (SELECT max(id) FROM events WHERE import_id = ?1)
          ORDER BY e.at DESC, e.id DESC LIMIT 1),
         k.before) FROM imported_opinions AS k
       WHERE ${UP_TO} AND k.profile_id = o.profile_id AND k.artwork_id = o.artwork_id
         AND o.rating = k.after`,
      ...placeOf(id, last),
    );
    this.#showUpTo(id, last);
    this.#passOn(id, last);
    this.database.run(`DELETE FROM imported_opinions AS k WHERE ${UP_TO}`, ...placeOf(id, last));
    return true;
  }

  /** The stars that the gallery shows are those of the active profile, which may be among the changed ones. */
  #showUpTo(id: number, last: Place): void {
    const shown = this.database.all<{ id: number }>(
      `SELECT artwork_id AS id FROM imported_opinions AS k WHERE ${UP_TO} AND profile_id = ?4`,
      ...placeOf(id, last),
      this.profiles.active,
    );
    this.opinions.showAgain(shown.map((row) => row.id));
  }

  #forgetSomeSignals(id: number): boolean {
    const { changes } = this.database.run(
      `DELETE FROM events WHERE id IN (SELECT id FROM events WHERE import_id = ? LIMIT ${STRETCH})`,
      id,
    );
    return changes > 0;
  }

  /** A later import that took the place of these ratings goes back to what was there before both. */
  #passOn(id: number, last: Place): void {
    const later = this.database
      .all<{ id: number }>('SELECT id FROM rating_imports WHERE id > ? ORDER BY id', id)
      .map((row) => row.id);
    for (const [at, next] of later.entries())
      this.database.run(
        `UPDATE imported_opinions AS l SET before = k.before FROM imported_opinions AS k
         WHERE ${UP_TO} AND l.import_id = ?4 AND l.profile_id = k.profile_id
           AND l.artwork_id = k.artwork_id AND l.before = k.after
           AND NOT EXISTS (SELECT 1 FROM json_each(?5) t JOIN imported_opinions b
             ON b.import_id = t.value AND b.profile_id = k.profile_id AND b.artwork_id = k.artwork_id)`,
        ...placeOf(id, last),
        next,
        JSON.stringify(later.slice(0, at)),
      );
  }

  /** A profile that a later import rates for too is that import's from now on. */
  #passProfilesOn(id: number): void {
    this.database.run(
      `INSERT OR IGNORE INTO imported_profiles
         SELECT min(import_id), profile_id FROM events WHERE import_id > ?1
           AND profile_id IN (SELECT profile_id FROM imported_profiles WHERE import_id = ?1)
         GROUP BY profile_id`,
      id,
    );
  }

  #removeProfile(id: ProfileId): void {
    if (this.profiles.active === id) this.opinions.show(ME);
    this.profiles.remove(id);
  }

  #unused(id: number): ProfileId[] {
    return this.database
      .all<{ id: number }>(
        `SELECT profile_id AS id FROM imported_profiles p WHERE import_id = ?
           AND NOT EXISTS (SELECT 1 FROM profiles WHERE id = profile_id AND removed_at IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM events WHERE profile_id = p.profile_id)
           AND NOT EXISTS (SELECT 1 FROM opinions WHERE profile_id = p.profile_id
             AND (rating > 0 OR favourite = 1))`,
        id,
      )
      .map((row) => row.id);
  }
}

/** The ratings of an import up to a place; its parameters are those of `placeOf`. */
const UP_TO = 'k.import_id = ?1 AND (k.profile_id, k.artwork_id) <= (?2, ?3)';

function placeOf(id: number, { profileId, artworkId }: Place): [number, number, number] {
  return [id, profileId, artworkId];
}

function toImport({ id, file_name: fileName, at, ratings }: Row): RatingsImport {
  return { id, fileName, at, ratings };
}
