import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';
import { insertWork, planOf, withDatabase } from './support';

describe('migration 5, work in hand', () => {
  it('forgets what is pending and failed with its folder', () => {
    withDatabase(4, (database) => {
      insertWork(database, 'a');
      migrate(database, 5);
      database.exec(`
        INSERT INTO pending (folder_id, directory_id, name, size, mtime_ns, inode, stage)
          VALUES (1, 1, 'b.png', 1, '1', '1', 'new');
        INSERT INTO failures VALUES (1, '/works/c.png', 'file/empty', 'empty', 0, '1');
        DELETE FROM folders;
      `);
      expect(
        database.get(
          'SELECT (SELECT count(*) FROM pending) + (SELECT count(*) FROM failures) AS n',
        ),
      ).toMatchObject({ n: 0 });
    });
  });

  it.each([
    [
      `SELECT * FROM pending WHERE folder_id = 1 AND stage = 'new' AND id > 5 AND attempts = 0 ORDER BY id LIMIT 9`,
      'pending_of_folder',
    ],
    ['SELECT * FROM pending WHERE folder_id = 1 AND attempts > 0 ORDER BY id', 'pending_suspects'],
    ['SELECT * FROM failures WHERE folder_id = 1 ORDER BY path', 'PRIMARY KEY (folder_id=?)'],
  ])('answers %s from an index, in order', (sql, index) => {
    withDatabase(5, (database) => {
      const plan = planOf(database, sql);
      expect(plan).toContain(index);
      expect(plan).not.toContain('TEMP B-TREE');
    });
  });
});
