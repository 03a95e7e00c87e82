import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';
import { insertWork, planOf, withDatabase } from './support';

describe('migration 3, opinions', () => {
  it('lets the works that were there be labelled', () => {
    withDatabase(2, (database) => {
      insertWork(database, 'a');
      migrate(database, 3);
      database.run(`INSERT INTO labels VALUES ('mine', 1, '2024-01-01')`);
      expect(() => database.run(`INSERT INTO labels VALUES ('mine', 1, '2025-01-01')`)).toThrow(
        /UNIQUE/,
      );
      expect(() => database.run(`INSERT INTO labels VALUES ('mine', 99, '2024-01-01')`)).toThrow(
        /FOREIGN KEY/,
      );
    });
  });

  it.each([
    ['SELECT artwork_id FROM labels WHERE label = ?', 'PRIMARY KEY (label=?)'],
    ['SELECT label FROM labels WHERE artwork_id = ? ORDER BY label', 'labels_of_artwork'],
    ['SELECT artwork_id FROM keywords WHERE keyword = ?', 'PRIMARY KEY (keyword=?)'],
    ['DELETE FROM keywords WHERE artwork_id = ?', 'keywords_of_artwork'],
    ['DELETE FROM signals WHERE artwork_id = ? AND kind = ?', 'signals_of_artwork'],
  ])('answers %s from an index', (sql, index) => {
    withDatabase(3, (database) => expect(planOf(database, sql)).toContain(index));
  });
});
