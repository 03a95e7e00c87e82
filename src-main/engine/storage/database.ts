import Libsql from 'libsql';
import { toStorageError } from './storage-error';

export type SqlValue = string | number | bigint | Uint8Array | null;

export interface RunResult {
  changes: number;
  lastInsertRowid: number;
}

type Statement = ReturnType<InstanceType<typeof Libsql>['prepare']>;

/**
 * A thin, synchronous layer over libsql: statements are prepared once, parameters are always
 * positional, transactions nest by joining the outer one, and failures carry a code.
 */
export class Database {
  readonly #connection: InstanceType<typeof Libsql>;
  readonly #statements = new Map<string, Statement>();
  #inTransaction = false;

  /**
   * @throws EngineError 'catalogue/damaged', 'catalogue/locked' or 'catalogue/disk-full'
   */
  constructor(readonly path: string) {
    this.#connection = guarded(() => new Libsql(path));
    try {
      for (const pragma of PRAGMAS) this.#connection.exec(`PRAGMA ${pragma}`);
    } catch (error) {
      this.#connection.close();
      throw toStorageError(error);
    }
  }

  run(sql: string, ...values: SqlValue[]): RunResult {
    return guarded(() => {
      const { changes, lastInsertRowid } = this.#prepared(sql).run(values);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    });
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return guarded(() => this.#prepared(sql).get(values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return guarded(() => this.#prepared(sql).all(values) as Row[]);
  }

  /**
   * Rows as tuples, fetched as they are asked for. Each call has its own statement, so that several
   * walks can be under way at once; a walk must be run to its end.
   */
  *walk<Row extends readonly unknown[]>(sql: string, ...values: SqlValue[]): Generator<Row> {
    const rows = guarded(() => this.#connection.prepare(sql).raw().iterate(values));
    const iterator = rows[Symbol.iterator]();
    for (;;) {
      const step = guarded(() => iterator.next());
      if (step.done) return;
      yield step.value as Row;
    }
  }

  /** Runs several statements at once, without parameters. */
  exec(sql: string): void {
    guarded(() => this.#connection.exec(sql));
  }

  /** Reads a setting. */
  pragma(source: string): unknown {
    return guarded(() => {
      const row = this.#connection.prepare(`PRAGMA ${source}`).raw().get([]) as
        unknown[] | undefined;
      return row?.[0];
    });
  }

  /** All or nothing. Inside another transaction it becomes part of that one. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /**
   * Like `transaction`, without waiting for the disk: what it wrote survives the death of this process
   * but perhaps not a power cut. For notes that can be made again.
   */
  note<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.transaction(work);
    } finally {
      this.exec('PRAGMA synchronous = FULL');
    }
  }

  /** Brings what is still in the log into the file itself, so that the file alone is the whole database. */
  close(): void {
    this.#statements.clear();
    try {
      this.#connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    } catch {
      // Somebody else is reading or the disk is full: the log is kept, and read at the next opening.
    }
    this.#connection.close();
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #rollBack(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
  }
}

const PRAGMAS = [
  'busy_timeout = 2000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -32000',
  'journal_size_limit = 67108864',
] as const;

function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toStorageError(error);
  }
}
