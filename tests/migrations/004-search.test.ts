import { describe, expect, it } from 'vitest';
import { planOf, withDatabase } from './support';

describe('migration 4, search', () => {
  it('finds beginnings of words without regard to case and accents, and pairs of characters', () => {
    withDatabase(4, (database) => {
      database.run(
        `INSERT INTO search (rowid, words, pairs) VALUES (7, 'Café noir', '山水 水画 画')`,
      );
      const found = (expression: string) =>
        database.all<{ rowid: number }>('SELECT rowid FROM search WHERE search MATCH ?', expression)
          .length;
      expect(
        ['words : "CAFE"', 'words : "no" *', 'pairs : "山水 水画"', 'pairs : "画" *'].map(found),
      ).toEqual([1, 1, 1, 1]);
      expect(found('words : "ir"')).toBe(0);
    });
  });

  it('can replace and remove what it does not store', () => {
    withDatabase(4, (database) => {
      database.run(`INSERT INTO search (rowid, words, pairs) VALUES (7, 'before', '')`);
      database.run(`INSERT OR REPLACE INTO search (rowid, words, pairs) VALUES (7, 'after', '')`);
      const found = (word: string) =>
        database.all('SELECT rowid FROM search WHERE search MATCH ?', `"${word}"`).length;
      expect([found('before'), found('after')]).toEqual([0, 1]);
    });
  });

  it('asks the full-text index, not the table', () => {
    withDatabase(4, (database) =>
      expect(planOf(database, `SELECT rowid FROM search WHERE search MATCH 'a'`)).toContain(
        'VIRTUAL TABLE INDEX',
      ),
    );
  });
});
