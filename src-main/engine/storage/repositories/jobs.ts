import type { JobProgress } from '../../../contract';
import type { Database } from '../database';

/** A job as it is kept, so that it can go on after a restart. */
export interface StoredJob {
  readonly id: string;
  readonly kind: JobProgress['kind'];
  readonly subject: string;
  /** What its runner needs to do it again, as JSON. */
  readonly payload: string;
  readonly state: JobProgress['state'];
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

/** Jobs, in the order in which they were asked for. */
export class Jobs {
  constructor(private readonly database: Database) {}

  list(): StoredJob[] {
    return this.database
      .all<StoredJob>(
        'SELECT id, kind, subject, payload, state, done, total, failed FROM jobs ORDER BY position',
      )
      .map((row) => ({ ...row }));
  }

  save({ id, kind, subject, payload, state, done, total, failed }: StoredJob): void {
    this.database.run(
      `INSERT INTO jobs (id, kind, subject, payload, state, done, total, failed, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM jobs))
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, done = excluded.done,
         total = excluded.total, failed = excluded.failed`,
      id,
      kind,
      subject,
      payload,
      state,
      done,
      total,
      failed,
    );
  }

  remove(id: string): void {
    this.database.run('DELETE FROM jobs WHERE id = ?', id);
  }
}
