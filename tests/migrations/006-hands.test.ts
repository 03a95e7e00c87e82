import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';
import { insertWork, planOf, withDatabase } from './support';

describe('migration 6, hands', () => {
  it('reads out of the works that were there who made them, and loses no label', () => {
    withDatabase(5, (database) => {
      for (const hash of ['a', 'b', 'c', 'd']) insertWork(database, hash);
      database.exec(`
        UPDATE artworks SET metadata = '{"author":" Ada "}' WHERE hash = 'a';
        UPDATE artworks SET metadata = '{"author":null}' WHERE hash = 'b';
        UPDATE artworks SET metadata = 'damaged' WHERE hash = 'c';
        INSERT INTO labels VALUES ('mine', 1, '2024-01-01');
      `);
      migrate(database, 6);
      const authors = database.all<{ author: string | null }>(
        'SELECT author FROM artworks ORDER BY id',
      );
      expect(authors.map(({ author }) => author)).toEqual(['Ada', null, null, null]);
      expect(database.all('SELECT label FROM labels')).toHaveLength(1);
    });
  });

  it('keeps one name a work, and none of a work that is gone', () => {
    withDatabase(5, (database) => {
      insertWork(database, 'a');
      migrate(database, 6);
      database.run(`INSERT INTO hands VALUES (1, 'Ada', '2024-01-01')`);
      expect(() => database.run(`INSERT INTO hands VALUES (1, 'Eve', '2024-01-01')`)).toThrow(
        /UNIQUE/,
      );
      database.exec('DELETE FROM files; DELETE FROM artworks;');
      expect(database.all('SELECT * FROM hands')).toEqual([]);
    });
  });

  it('answers who is named in files from an index, in order', () => {
    withDatabase(6, (database) => {
      const plan = planOf(
        database,
        'SELECT id, author FROM artworks WHERE author IS NOT NULL AND id > 5 ORDER BY id LIMIT 9',
      );
      expect(plan).toContain('artworks_with_author');
      expect(plan).not.toContain('TEMP B-TREE');
    });
  });
});
