import { describe, expect, it } from 'vitest';
import { insertWork, planOf, tablesOf, withDatabase } from './support';

describe('migration 1, library', () => {
  it('makes folders, directories, artworks and files', () => {
    withDatabase(1, (database) => {
      expect(tablesOf(database)).toEqual(
        expect.arrayContaining(['artworks', 'directories', 'files', 'folders', 'meta']),
      );
    });
  });

  it('shows a work as long as one of its files is present', () => {
    withDatabase(1, (database) => {
      insertWork(database, 'a');
      const visible = () =>
        database.get<{ visible: number }>('SELECT visible FROM artworks')?.visible;
      expect(visible()).toBe(1);
      database.run('UPDATE files SET missing = 1');
      expect(visible()).toBe(0);
      database.run('UPDATE files SET missing = 0');
      expect(visible()).toBe(1);
      database.run('DELETE FROM folders');
      expect(visible()).toBe(0);
    });
  });

  it('follows a file from one work to another', () => {
    withDatabase(1, (database) => {
      insertWork(database, 'a');
      insertWork(database, 'b');
      database.run('UPDATE files SET artwork_id = 2 WHERE artwork_id = 1');
      expect(database.all('SELECT id FROM artworks WHERE visible = 1')).toMatchObject([{ id: 2 }]);
    });
  });

  it('never gives an id a second time', () => {
    withDatabase(1, (database) => {
      insertWork(database, 'a');
      database.run('DELETE FROM files');
      database.run('DELETE FROM artworks');
      insertWork(database, 'b');
      expect(database.get('SELECT id FROM artworks')).toMatchObject({ id: 2 });
    });
  });

  it.each([
    ['date DESC, id DESC', 'artworks_by_date'],
    ['date, id', 'artworks_by_date'],
    ['name_key, id', 'artworks_by_name'],
    ['id', 'artworks_by_added'],
    ['rating DESC, date DESC, id DESC', 'artworks_by_rating'],
    ['hue, id', 'artworks_by_hue'],
    ['lightness DESC, id DESC', 'artworks_by_lightness'],
  ])('answers the gallery ordered by %s from an index alone, unsorted', (order, index) => {
    withDatabase(1, (database) => {
      const plan = planOf(
        database,
        `SELECT id, aspect, day FROM artworks WHERE visible = 1 ORDER BY ${order}`,
      );
      expect(plan).toContain(`COVERING INDEX ${index}`);
      expect(plan).not.toContain('TEMP B-TREE');
    });
  });

  it.each([
    ['SELECT id FROM artworks WHERE hash = ?', 'USING COVERING INDEX sqlite_autoindex_artworks'],
    ['SELECT count(*) FROM artworks WHERE visible = 1 AND favourite = 1', 'artworks_favourite'],
    ['SELECT year, count(*) FROM artworks WHERE visible = 1 GROUP BY year', 'artworks_by_year'],
    ['SELECT id FROM directories WHERE path = ?', 'COVERING INDEX sqlite_autoindex_directories'],
    ['SELECT * FROM files WHERE directory_id = ? AND name = ?', 'sqlite_autoindex_files'],
    [
      'SELECT id, name FROM files WHERE artwork_id = ? AND missing = 0 ORDER BY id',
      'files_of_artwork',
    ],
    [
      'SELECT count(DISTINCT artwork_id) FROM files WHERE folder_id = ? AND missing = 0',
      'files_of_folder',
    ],
  ])('answers %s from an index', (sql, index) => {
    withDatabase(1, (database) => {
      const plan = planOf(database, sql);
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/^SCAN/m);
    });
  });
});
