import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_VERSION,
  migrate,
  MIGRATIONS,
  versionOf,
} from '../../src-main/engine/storage/migrations/migrate';
import { tablesOf, withDatabase } from './support';

describe('migrate', () => {
  it('numbers the migrations from one without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(
      MIGRATIONS.map((_, index) => index + 1),
    );
  });

  it('brings a new catalogue up to date, and does nothing the second time', () => {
    withDatabase(0, (database) => {
      migrate(database);
      expect(versionOf(database)).toBe(CATALOGUE_VERSION);
      const tables = tablesOf(database);
      migrate(database);
      expect(tablesOf(database)).toEqual(tables);
    });
  });

  it('refuses a catalogue that a newer program has written, and leaves it as it is', () => {
    withDatabase(CATALOGUE_VERSION, (database) => {
      database.exec(`PRAGMA user_version = ${CATALOGUE_VERSION + 1}`);
      expect(() => migrate(database)).toThrowError(
        expect.objectContaining({ code: 'catalogue/newer-version' }),
      );
      expect(versionOf(database)).toBe(CATALOGUE_VERSION + 1);
    });
  });

  it('undoes a step that fails, so that it can be tried again', () => {
    withDatabase(1, (database) => {
      database.exec('CREATE TABLE vectors (obstacle)');
      expect(() => migrate(database)).toThrow(/already exists/);
      expect(versionOf(database)).toBe(1);
      expect(tablesOf(database)).not.toContain('analyses');
      database.exec('DROP TABLE vectors');
      migrate(database);
      expect(versionOf(database)).toBe(CATALOGUE_VERSION);
    });
  });
});
