import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';
import { insertWork, planOf, withDatabase } from './support';

describe('migration 2, measurements', () => {
  it('leaves the works as they were', () => {
    withDatabase(1, (database) => {
      insertWork(database, 'a');
      migrate(database, 2);
      expect(database.get('SELECT hash, visible FROM artworks')).toMatchObject({
        hash: 'a',
        visible: 1,
      });
    });
  });

  it('keeps one vector for each content, model and kind', () => {
    withDatabase(2, (database) => {
      const insert = (model: string) =>
        database.run(
          `INSERT INTO vectors (hash, model_id, kind, data) VALUES ('a', ?, 'style', x'00')`,
          model,
        );
      insert('m1');
      insert('m2');
      expect(() => insert('m1')).toThrow(/UNIQUE/);
    });
  });

  it.each([
    [
      'SELECT data FROM vectors WHERE hash = ? AND model_id = ? AND kind = ?',
      'sqlite_autoindex_vectors',
    ],
    ['SELECT palette FROM analyses WHERE hash = ?', 'sqlite_autoindex_analyses'],
    [
      'SELECT artwork_id, share FROM swatches WHERE l BETWEEN 0.1 AND 0.2 AND a > 0',
      'COVERING INDEX swatches_by_colour',
    ],
    ['DELETE FROM swatches WHERE artwork_id = ?', 'swatches_of_artwork'],
  ])('answers %s from an index', (sql, index) => {
    withDatabase(2, (database) => expect(planOf(database, sql)).toContain(index));
  });
});
