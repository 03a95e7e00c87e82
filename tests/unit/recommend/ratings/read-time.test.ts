import { describe, expect, it } from 'vitest';
import { readTime } from '../../../../src-main/engine/recommend/ratings/read-time';

describe('the time of a rating', () => {
  it.each([
    ['2025-03-01', '2025-03-01T00:00:00.000Z'],
    ['2025-03-01T09:05:00Z', '2025-03-01T09:05:00.000Z'],
    ['2025-03-01 09:05:30+02:00', '2025-03-01T07:05:30.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2025/3/1', '2025-03-01T00:00:00.000Z'],
    ['1740819900', '2025-03-01T09:05:00.000Z'],
    ['1740819900.5', '2025-03-01T09:05:00.500Z'],
    ['1740819900000', '2025-03-01T09:05:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readTime(text)).toBe(iso);
  });

  it.each(['2025/3/1 9:05', '2025-03-01 9:05:00', '2025-03-01T09:05'])(
    "%s is by the computer's clock",
    (text) => {
      expect(readTime(text)).toBe(new Date(2025, 2, 1, 9, 5).toISOString());
    },
  );

  it.each([
    ['a day that no calendar has', '2020-02-30'],
    ['an hour that no clock has', '2020-02-03 25:00'],
    ['a day or a month, who knows', '01/02/2020'],
    ['days since 1900, as a spreadsheet counts them', '45292'],
    ['a digit', '5'],
    ['a year', '2020'],
    ['a word', 'yesterday'],
    ['a word and a number', 'rated 5'],
    ['long before there were ratings', '1066-10-14'],
    ['long after', '2999-01-01'],
    ['something after a date', '2020-02-03 maybe'],
  ])('%s is none: %s', (_, text) => {
    expect(readTime(text)).toBeNull();
  });
});
