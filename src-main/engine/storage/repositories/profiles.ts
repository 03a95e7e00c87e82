import { EngineError, ME, type Profile, type ProfileId } from '../../../contract';
import type { Database } from '../database';

interface Row {
  id: number;
  name: string;
  built_in: number;
  signals: number;
}

const SELECT = `SELECT id, name, built_in,
  (SELECT count(*) FROM events WHERE profile_id = p.id) AS signals
  FROM profiles p WHERE removed_at IS NULL`;
const ACTIVE = 'active_profile';
const PRIVATE = 'private_session';

/** Whose taste is learnt: 'Me', who is always there, and others. */
export class Profiles {
  constructor(private readonly database: Database) {}

  /** 'Me' first, the others in the order of their names. */
  list(): Profile[] {
    return this.database.all<Row>(`${SELECT} ORDER BY built_in DESC, name_key, id`).map(toProfile);
  }

  /** @throws EngineError 'profile/not-found' */
  get(id: ProfileId): Profile {
    const row = this.database.get<Row>(`${SELECT} AND id = ?`, id);
    if (!row) throw new EngineError('profile/not-found', `There is no profile ${id}`, { id });
    return toProfile(row);
  }

  /** By its name, whatever its case. */
  named(name: string): Profile | null {
    const row = this.database.get<Row>(`${SELECT} AND name_key = ?`, keyOf(name));
    return row ? toProfile(row) : null;
  }

  /** @throws EngineError 'profile/name-taken' */
  create(name: string): Profile {
    this.#checkFree(name);
    const { lastInsertRowid } = this.database.run(
      'INSERT INTO profiles (name, name_key, made_at) VALUES (?, ?, ?)',
      name.trim(),
      keyOf(name),
      new Date().toISOString(),
    );
    return this.get(lastInsertRowid);
  }

  /** @throws EngineError 'profile/not-found', 'profile/built-in' or 'profile/name-taken' */
  rename(id: ProfileId, name: string): Profile {
    this.#checkOwn(id);
    this.#checkFree(name, id);
    this.database.run(
      'UPDATE profiles SET name = ?, name_key = ? WHERE id = ?',
      name.trim(),
      keyOf(name),
      id,
    );
    return this.get(id);
  }

  /**
   * Puts a profile away, so that it can be brought back until the catalogue is next opened.
   *
   * @throws EngineError 'profile/not-found' or 'profile/built-in'
   */
  remove(id: ProfileId): void {
    this.#checkOwn(id);
    this.database.run(
      'UPDATE profiles SET removed_at = ? WHERE id = ?',
      new Date().toISOString(),
      id,
    );
  }

  /** @throws EngineError 'profile/not-found' or 'profile/name-taken' */
  restore(id: ProfileId): void {
    const row = this.database.get<{ name: string }>(
      'SELECT name FROM profiles WHERE id = ? AND removed_at IS NOT NULL',
      id,
    );
    if (!row)
      throw new EngineError('profile/not-found', `There is no removed profile ${id}`, { id });
    this.#checkFree(row.name);
    this.database.run('UPDATE profiles SET removed_at = NULL WHERE id = ?', id);
  }

  /** Deletes what was removed for good, with all its signals and opinions. */
  forgetRemoved(): void {
    // A catalogue that somebody else is writing to must be able to be opened: nothing is written without need.
    const removed = this.database.get('SELECT 1 FROM profiles WHERE removed_at IS NOT NULL');
    if (removed) this.database.run('DELETE FROM profiles WHERE removed_at IS NOT NULL');
  }

  /** Whose signals are noted. */
  get active(): ProfileId {
    const id = Number(this.#read(ACTIVE) ?? ME);
    const there = this.database.get(
      'SELECT 1 FROM profiles WHERE id = ? AND removed_at IS NULL',
      id,
    );
    return there ? id : ME;
  }

  /** Only says whose turn it is; `Opinions.show` brings the stars and hearts. */
  setActive(id: ProfileId): void {
    this.#write(ACTIVE, String(this.get(id).id));
  }

  /** While it is on nothing is noted. */
  get isPrivate(): boolean {
    return this.#read(PRIVATE) === '1';
  }

  setPrivate(on: boolean): void {
    this.#write(PRIVATE, on ? '1' : '0');
  }

  #checkOwn(id: ProfileId): void {
    if (this.get(id).builtIn)
      throw new EngineError('profile/built-in', 'Expected another profile than the own one', {
        id,
      });
  }

  #checkFree(name: string, except?: ProfileId): void {
    const other = this.named(name);
    if (other && other.id !== except)
      throw new EngineError('profile/name-taken', `There is a profile '${name}' already`, { name });
  }

  #read(key: string): string | undefined {
    return this.database.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
  }

  #write(key: string, value: string): void {
    this.database.run(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    );
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function toProfile({ id, name, built_in: builtIn, signals }: Row): Profile {
  return { id, name, builtIn: builtIn === 1, signals };
}
