import { describe, expect, test } from 'vitest';
import { iptcDate, isoDate } from '../../../src-main/engine/imaging/metadata/dates';

describe('dates as files write them', () => {
  test.each([
    ['2019:05:04 12:30:00', '', '2019-05-04T12:30:00'],
    ['2019:05:04 12:30:00', '+02:00', '2019-05-04T12:30:00+02:00'],
    ['2019-05-04T12:30:00.25Z', '', '2019-05-04T12:30:00Z'],
    ['2019-05-04T12:30', '', '2019-05-04T12:30:00'],
    ['2019-05-04', '', '2019-05-04'],
    ['2019-05', '', '2019-05-01'],
    ['2019', '', '2019-01-01'],
    ['0000:00:00 00:00:00', '', null],
    ['2019:02:30 10:00:00', '', null],
    ['2019:02:03 25:00:00', '', null],
    ['yesterday', '', null],
    ['', '', null],
  ])('%s %s', (text, zone, expected) => {
    expect(isoDate(text, zone)).toBe(expected);
  });

  test('IPTC writes date and time apart', () => {
    expect(iptcDate('18930712', '203000+0100')).toBe('1893-07-12T20:30:00+01:00');
    expect(iptcDate('18930712')).toBe('1893-07-12');
    expect(iptcDate('1893')).toBeNull();
  });
});
