import type { Database } from '../database';

/** One step of the catalogue's schema. Once released it is never changed. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  apply(database: Database): void;
}
