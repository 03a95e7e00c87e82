import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src-main/engine/storage/sort-keys';
import { searchExpression, searchText } from '../../../src-main/engine/storage/search-text';

describe('searchText', () => {
  it('pairs the characters of scripts without spaces and leaves the rest alone', () => {
    expect(searchText('Blue 山水画 2019')).toEqual({
      words: 'Blue   2019',
      pairs: '山水 水画 画',
    });
    expect(searchText('no such script').pairs).toBe('');
  });

  it('takes letters and digits that touch such characters as words of their own', () => {
    expect(searchText('作品10雨b').words.split(/\s+/)).toEqual(['', '10', 'b']);
  });

  it('writes one letter in one way, whatever its width', () => {
    expect(searchText('ＡＢＣ').words).toBe('ABC');
  });

  it('counts characters outside the basic plane as one', () => {
    expect(searchText('𠮷野').pairs).toBe('𠮷野 野');
  });
});

describe('searchExpression', () => {
  it.each([
    ['blue', 'words : "blue" *'],
    ['Blue sea', 'words : "Blue" * AND words : "sea" *'],
    ['山', 'pairs : "山" *'],
    ['山水画', 'pairs : "山水 水画"'],
    ['IMG_12', 'words : "IMG" * AND words : "12" *'],
    ['" OR *', 'words : "OR" *'],
    ['作品10', 'words : "10" * AND pairs : "作品"'],
    ['\u0301 blue', 'words : "blue" *'],
  ])('%s', (query, expected) => expect(searchExpression(query)).toBe(expected));

  it('is null when there is nothing to look for', () => {
    expect(searchExpression(' "*( ')).toBeNull();
  });
});

describe('nameKey', () => {
  it('sorts numbers by value and regardless of case', () => {
    const names = ['Study 10', 'study 9', 'study 010b', 'Étude'];
    expect(names.sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))).toEqual([
      'study 9',
      'Study 10',
      'study 010b',
      'Étude',
    ]);
  });
});
