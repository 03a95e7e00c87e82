import { describe, expect, it } from 'vitest';
import { parseRatings } from '../../../../src-main/engine/recommend';

const table = (...lines: readonly string[]): string => lines.join('\r\n');
/** Short: `line user item rating`, and `line fault`. */
async function read(text: string): Promise<{ rows: string[]; faults: string[] }> {
  const { rows, faults } = await parseRatings(text);
  return {
    rows: rows.map(({ line, user, item, rating }) => `${line} ${user} ${item} ${rating}`),
    faults: faults.map(({ line, fault }) => `${line} ${fault}`),
  };
}

describe('a table of ratings', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is divided by %s, also within quoted cells', async (_, by) => {
    const text = table(
      ['user', 'item', 'rating', 'note'].join(by),
      ['Ana', `"Amber${by} late.jpg"`, '5', 'quiet'].join(by),
      ['"Ben ""B"""', 'Birch.jpg', '"4,5"', ''].join(by),
      '',
      ['', '', '', ''].join(by),
    );
    expect(await read(text)).toEqual({
      rows: [`2 Ana Amber${by} late.jpg 5`, '3 Ben "B" Birch.jpg 4.5'],
      faults: [],
    });
  });

  it('says its delimiter as Excel does', async () => {
    const text = table('sep=;', 'user;item;rating', 'Ana;Amber.jpg;4,5');
    expect(await read(text)).toEqual({ rows: ['3 Ana Amber.jpg 4.5'], faults: [] });
  });

  it.each([
    ['before a cell', 'Ana,"Birch.jpg,4'],
    ['within a cell', 'Ana,Bir"ch.jpg,4'],
    ['after a cell', 'Ana,Birch.jpg",4'],
    ['around half a cell', 'Ana,"Bir"ch.jpg,4'],
  ])('loses one line by a stray quote %s', async (_, bad) => {
    const good = (user: string): string => `${user},"Amber.jpg",5`;
    const text = table('user,item,rating', good('Ana'), bad, good('Ben'), good('Eve'));
    expect(await read(text)).toEqual({
      rows: ['2 Ana Amber.jpg 5', '4 Ben Amber.jpg 5', '5 Eve Amber.jpg 5'],
      faults: ['3 quote-stray'],
    });
  });

  it('loses no good line between two stray quotes, nor by one on the last line', async () => {
    const text = table(
      'user,item,rating',
      'Ana,"Amber.jpg,5',
      'Ben,Birch.jpg,4',
      'Eve,Cedar.jpg",3',
      'Ben,Dune.jpg,2',
      '"Ana,Dune.jpg,1',
    );
    expect(await read(text)).toEqual({
      rows: ['3 Ben Birch.jpg 4', '5 Ben Dune.jpg 2'],
      faults: ['2 quote-stray', '4 quote-stray', '6 quote-stray'],
    });
  });

  it('may have cells of several lines', async () => {
    const text = table(
      'note,user,item,rating',
      '"quiet,',
      'and',
      'late",Ana,Amber.jpg,5',
      ',Ben,Birch.jpg,4',
    );
    expect(await read(text)).toEqual({
      rows: ['2 Ana Amber.jpg 5', '5 Ben Birch.jpg 4'],
      faults: [],
    });
  });

  it('takes a line with more cells than there are columns for a mistake, not its first cells for the whole', async () => {
    const text = table(
      'user,item,rating',
      'Ana,Amber, late.jpg,5',
      'Ben,Birch.jpg,4,,',
      'Eve,C,2,5',
    );
    const { rows, faults } = await parseRatings(text);
    expect(rows).toMatchObject([{ user: 'Ben', rating: 4 }]);
    expect(faults).toEqual([
      { line: 2, fault: 'cells-surplus', text: 'Ana | Amber |  late.jpg | 5' },
      { line: 4, fault: 'cells-surplus', text: 'Eve | C | 2 | 5' },
    ]);
  });

  it.each(['0x3', '5e0', '3 stars', '+4', '٣', '0.9', '5.1', 'Infinity'])(
    'has no rating that is written %j',
    async (rating) => {
      const { faults } = await parseRatings(table('user,item,rating', `Ana,Amber.jpg,${rating}`));
      expect(faults).toEqual([{ line: 2, fault: 'rating-invalid', text: rating }]);
    },
  );

  it('gives thousands of lines their numbers', async () => {
    const lines = Array.from({ length: 2400 }, (_, at) => `Ana,${at}.jpg,${(at % 5) + 1}`);
    lines[1700] = 'Ana,"1700.jpg,1';
    const { rows, faults } = await parseRatings(table('user,item,rating', ...lines));
    expect(faults).toMatchObject([{ line: 1702, fault: 'quote-stray' }]);
    expect(rows).toHaveLength(2399);
    expect(rows.every(({ line, item }) => item === `${line - 2}.jpg`)).toBe(true);
  });

  it.each([
    ['no line', '', 1],
    ['no column of items', 'user,work,rating\nAna,Amber.jpg,5', 1],
    ['no names of columns, after empty lines', '\n\nAna,Amber.jpg,5', 3],
    ['a stray quote among the names', 'user,"item,rating\nAna,Amber.jpg,5', 1],
  ])('is refused with %s, and the line is named', async (_, text, line) => {
    await expect(parseRatings(text)).rejects.toMatchObject({
      code: 'ratings/table-invalid',
      detail: { line },
    });
  });
});
