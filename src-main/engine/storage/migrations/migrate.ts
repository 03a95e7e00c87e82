import { EngineError } from '../../../contract';
import type { Database } from '../database';
import { library } from './001-library';
import { measurements } from './002-measurements';
import { opinions } from './003-opinions';
import { search } from './004-search';
import { workInHand } from './005-work-in-hand';
import { hands } from './006-hands';
import { profiles } from './007-profiles';
import type { Migration } from './migration';

/** In order; the last one's version is the version of the catalogue that this program writes. */
export const MIGRATIONS: readonly Migration[] = [
  library,
  measurements,
  opinions,
  search,
  workInHand,
  hands,
  profiles,
];

export const CATALOGUE_VERSION = MIGRATIONS.length;

/**
 * Brings a catalogue up to `target`, one transaction a step, so that an interrupted update goes on
 * where it was.
 *
 * @throws EngineError 'catalogue/newer-version' when a newer program has written it
 */
export function migrate(database: Database, target = CATALOGUE_VERSION): void {
  const found = versionOf(database);
  if (found > CATALOGUE_VERSION) {
    throw new EngineError(
      'catalogue/newer-version',
      `Expected a catalogue of version ${CATALOGUE_VERSION} or older but received version ${found}`,
      { found, known: CATALOGUE_VERSION },
    );
  }
  for (const migration of MIGRATIONS) {
    if (migration.version > found && migration.version <= target) applyOne(database, migration);
  }
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version'));
}

function applyOne(database: Database, migration: Migration): void {
  database.transaction(() => {
    migration.apply(database);
    database.exec(`PRAGMA user_version = ${migration.version}`);
  });
}
