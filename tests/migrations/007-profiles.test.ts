import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/engine/storage/migrations/migrate';
import { insertWork, planOf, tablesOf, withDatabase } from './support';

describe('migration 7, profiles', () => {
  it('makes what was liked, dismissed, rated and opened the doings of Me, in their order and with their times', () => {
    withDatabase(6, (database) => {
      for (const hash of ['a', 'b', 'c']) insertWork(database, hash);
      database.exec(`
        INSERT INTO signals (kind, artwork_id, value, at) VALUES
          ('like', 1, NULL, '2024-01-01T00:00:00.000Z'),
          ('dislike', 2, NULL, '2024-01-02T00:00:00.000Z'),
          ('opened', 3, NULL, '2024-01-03T00:00:00.000Z'),
          ('rating', 1, 4, '2024-01-04T00:00:00.000Z');
        UPDATE artworks SET rating = 4 WHERE id = 1;
      `);
      migrate(database, 7);
      expect(
        database.all(
          'SELECT kind, artwork_id AS work, value, at FROM events WHERE profile_id = 1 ORDER BY at, id',
        ),
      ).toMatchObject([
        { kind: 'like', work: 1, value: null, at: '2024-01-01T00:00:00.000Z' },
        { kind: 'dismissed', work: 2, value: null, at: '2024-01-02T00:00:00.000Z' },
        { kind: 'opened', work: 3, value: null, at: '2024-01-03T00:00:00.000Z' },
        { kind: 'rating', work: 1, value: 4, at: '2024-01-04T00:00:00.000Z' },
      ]);
      expect(database.all('SELECT id, name, built_in FROM profiles')).toMatchObject([
        { id: 1, name: 'Me', built_in: 1 },
      ]);
      expect(tablesOf(database)).not.toContain('signals');
    });
  });

  it('loses no label, rating, favourite or hand, not even one whose time was never noted', () => {
    withDatabase(6, (database) => {
      for (const hash of ['a', 'b', 'c']) insertWork(database, hash);
      database.exec(`
        INSERT INTO labels VALUES ('mine', 1, '2024-01-01');
        INSERT INTO hands VALUES (2, 'Ada', '2024-01-01');
        UPDATE artworks SET rating = 5 WHERE id = 1;
        UPDATE artworks SET favourite = 1 WHERE id = 3;
      `);
      migrate(database, 7);
      expect(database.all('SELECT label, artwork_id FROM labels')).toHaveLength(1);
      expect(database.all('SELECT name FROM hands')).toMatchObject([{ name: 'Ada' }]);
      expect(database.all('SELECT rating, favourite FROM artworks ORDER BY id')).toMatchObject([
        { rating: 5, favourite: 0 },
        { rating: 0, favourite: 0 },
        { rating: 0, favourite: 1 },
      ]);
      expect(database.all('SELECT * FROM opinions ORDER BY artwork_id')).toMatchObject([
        { profile_id: 1, artwork_id: 1, rating: 5, favourite: 0 },
        { profile_id: 1, artwork_id: 3, rating: 0, favourite: 1 },
      ]);
      expect(
        database.all('SELECT kind, artwork_id AS work, value FROM events ORDER BY id'),
      ).toMatchObject([
        { kind: 'rating', work: 1, value: 5 },
        { kind: 'favourite', work: 3, value: 1 },
      ]);
    });
  });

  it('lets a name be used again once its profile was removed, and deletes all with a profile', () => {
    withDatabase(7, (database) => {
      insertWork(database, 'a');
      const insert = () =>
        database.run(
          `INSERT INTO profiles (name, name_key, made_at) VALUES ('Client', 'client', '')`,
        );
      insert();
      expect(insert).toThrow(/UNIQUE/);
      database.exec(`
        UPDATE profiles SET removed_at = '2024-01-01' WHERE id = 2;
        INSERT INTO events (kind, artwork_id, profile_id, at, session) VALUES ('opened', 1, 2, '', '');
        INSERT INTO opinions VALUES (2, 1, 5, 0);
      `);
      insert();
      database.exec('DELETE FROM profiles WHERE id = 2');
      expect(database.all('SELECT 1 FROM events UNION ALL SELECT 1 FROM opinions')).toEqual([]);
    });
  });

  it.each([
    ['SELECT id FROM events ORDER BY at DESC, id DESC LIMIT 100 OFFSET 5', 'events_by_time'],
    ['SELECT id FROM events WHERE profile_id = ? ORDER BY at, id', 'events_of_profile'],
    ['SELECT id FROM events WHERE kind = ? AND profile_id = ? ORDER BY at, id', 'events_of_kind'],
    ['DELETE FROM events WHERE artwork_id = ? AND profile_id = ?', 'events_of_artwork'],
    ['DELETE FROM events WHERE import_id = ?', 'events_of_import'],
    ['SELECT rating FROM opinions WHERE profile_id = ? AND artwork_id = ?', 'PRIMARY KEY'],
  ])('answers %s from an index, in order', (sql, index) => {
    withDatabase(7, (database) => {
      const plan = planOf(database, sql);
      expect(plan).toContain(index);
      expect(plan).not.toContain('TEMP B-TREE');
    });
  });
});
