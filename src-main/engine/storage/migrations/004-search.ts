import type { Migration } from './migration';

/**
 * Full text. `words` holds what unicode61 can split; `pairs` holds every two neighbouring characters of
 * scripts written without spaces, because neither unicode61 nor trigram finds a word of one or two of them.
 */
export const search: Migration = {
  version: 4,
  name: 'search',
  apply(database) {
    database.exec(`
      CREATE VIRTUAL TABLE search USING fts5(
        words, pairs,
        content = '', contentless_delete = 1,
        tokenize = 'unicode61 remove_diacritics 2',
        prefix = '1 2 3'
      );
    `);
  },
};
