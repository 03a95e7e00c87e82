import type { JobProgress } from '../../contract';

/** A job as it is kept, so that it can go on after a restart. */
export interface JobRecord {
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

/** Where jobs are kept. */
export interface JobStore {
  list(): JobRecord[];
  save(record: JobRecord): void;
  remove(id: string): void;
}
