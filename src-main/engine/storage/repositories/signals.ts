import { randomUUID } from 'node:crypto';
import type { ArtworkId, ProfileId, Signal, SignalFilter, SignalKind } from '../../../contract';
import type { Database, SqlValue } from '../database';
import type { Profiles } from './profiles';

export type { Signal } from '../../../contract';

/** A signal that is told of from elsewhere, with its own time and owner. */
export type ToldSignal = Omit<Signal, 'id'>;

interface Row {
  id: number;
  kind: SignalKind;
  artwork_id: number;
  other_id: number | null;
  profile_id: number;
  at: string;
  session: string;
  value: number | null;
}

const COLUMNS = 'id, kind, artwork_id, other_id, profile_id, at, session, value';
/** Rows that one statement takes. */
const BATCH = 5000;
const REACTIONS = `('like', 'dismissed', 'not-my-taste')`;
/** Removed profiles wait for their end unseen. */
const PRESENT = 'profile_id IN (SELECT id FROM profiles WHERE removed_at IS NULL)';

/** What people did with works, each for a profile. */
export class Signals {
  /** Names this run of the application. */
  readonly session = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly profiles: Profiles,
  ) {}

  /**
   * Notes what a profile, the active one unless another is named, did just now. Nothing is noted in a private session, nor of unknown works.
   *
   * @param value see SIGNAL_KINDS
   */
  note(
    kind: SignalKind,
    artworkId: ArtworkId,
    value: number | null = null,
    otherId: ArtworkId | null = null,
    profileId: ProfileId = this.profiles.active,
  ): void {
    if (this.profiles.isPrivate) return;
    const at = new Date().toISOString();
    this.add([{ kind, artworkId, otherId, profileId, at, session: this.session, value }]);
  }

  /** Takes signals over as they are told, in their order; for imports, not for what is done here. Unknown works are passed over. */
  add(signals: readonly ToldSignal[]): void {
    for (let from = 0; from < signals.length; from += BATCH) {
      const rows = signals
        .slice(from, from + BATCH)
        .map((it) => [
          it.kind,
          it.artworkId,
          it.otherId,
          it.profileId,
          it.at,
          it.session,
          it.value,
        ]);
      this.database.run(
        `INSERT INTO events (kind, artwork_id, other_id, profile_id, at, session, value)
         SELECT t.value->>0, a.id, t.value->>2, t.value->>3, t.value->>4, t.value->>5, t.value->>6
         FROM json_each(?) t JOIN artworks a ON a.id = t.value->>1
         WHERE t.value->>2 IS NULL OR EXISTS (SELECT 1 FROM artworks WHERE id = t.value->>2)
         ORDER BY t.key`,
        JSON.stringify(rows),
      );
    }
  }

  /** Of a profile, in the order in which they happened, those that follow `after`, or the first. */
  pageOf(profileId: ProfileId, after: Signal | undefined, limit: number): Signal[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE profile_id = ? AND (at, id) > (?, ?)
      ORDER BY at, id LIMIT ?`;
    const [at, id] = [after?.at ?? '', after?.id ?? 0];
    return this.database.all<Row>(sql, profileId, at, id, limit).map(toSignal);
  }

  /** All that a profile said of a work, and the choices it lost, in the order in which they happened. */
  about(profileId: ProfileId, id: ArtworkId): Signal[] {
    // The plus keeps SQLite from walking all of the profile because that comes in order.
    const sql = `SELECT ${COLUMNS} FROM events WHERE (artwork_id = ?1 OR other_id = ?1) AND +profile_id = ?2 ORDER BY at, id`;
    return this.database.all<Row>(sql, id, profileId).map(toSignal);
  }

  /** One kind of a profile, in the order in which they happened. */
  ofKind(profileId: ProfileId, kind: SignalKind): Signal[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE kind = ? AND profile_id = ? ORDER BY at, id`;
    return this.database.all<Row>(sql, kind, profileId).map(toSignal);
  }

  /** When each work was last rated for a profile, ISO 8601. */
  lastRated(profileId: ProfileId): Map<ArtworkId, string> {
    const rows = this.database.all<{ id: number; at: string }>(
      `SELECT artwork_id AS id, max(at) AS at FROM events
       WHERE kind = 'rating' AND profile_id = ? GROUP BY artwork_id`,
      profileId,
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** Takes back how a profile, the active one unless another is named, reacted to a work. */
  clearReactions(artworkId: ArtworkId, profileId = this.profiles.active): void {
    this.database.run(
      `DELETE FROM events WHERE artwork_id = ? AND profile_id = ? AND kind IN ${REACTIONS}`,
      artworkId,
      profileId,
    );
  }

  /** Newest first. */
  page(filter: SignalFilter, offset: number, limit: number): Signal[] {
    const { where, values } = conditions(filter);
    const sql = `SELECT ${COLUMNS} FROM events WHERE ${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`;
    return this.database.all<Row>(sql, ...values, limit, offset).map(toSignal);
  }

  /** Ids of all that are meant, newest first. */
  ids(filter: SignalFilter): number[] {
    const { where, values } = conditions(filter);
    const sql = `SELECT id FROM events WHERE ${where} ORDER BY at DESC, id DESC`;
    return this.database.all<{ id: number }>(sql, ...values).map(({ id }) => id);
  }

  /** Newest first; those that are gone are left out. */
  withIds(ids: readonly number[]): Signal[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE id IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id DESC`;
    return this.database.all<Row>(sql, JSON.stringify(ids)).map(toSignal);
  }

  count(filter: SignalFilter): number {
    const { where, values } = conditions(filter);
    const sql = `SELECT count(*) AS n FROM events WHERE ${where}`;
    return this.database.get<{ n: number }>(sql, ...values)?.n ?? 0;
  }

  /** Deletes for good. */
  remove(ids: readonly number[]): void {
    this.database.run(
      'DELETE FROM events WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
  }

  /** Deletes for good all that are meant. @returns how many */
  clear(filter: SignalFilter): number {
    const { where, values } = conditions(filter);
    return this.database.run(`DELETE FROM events WHERE ${where}`, ...values).changes;
  }
}

function conditions({ kind, profileId, session }: SignalFilter): {
  where: string;
  values: SqlValue[];
} {
  const where = [PRESENT];
  const values: SqlValue[] = [];
  if (kind !== undefined) {
    where.push('kind = ?');
    values.push(kind);
  }
  if (profileId !== undefined) {
    where.push('profile_id = ?');
    values.push(profileId);
  }
  if (session !== undefined) {
    where.push('session = ?');
    values.push(session);
  }
  return { where: where.join(' AND '), values };
}

function toSignal(row: Row): Signal {
  return {
    id: row.id,
    kind: row.kind,
    artworkId: row.artwork_id,
    otherId: row.other_id,
    profileId: row.profile_id,
    at: row.at,
    session: row.session,
    value: row.value,
  };
}
