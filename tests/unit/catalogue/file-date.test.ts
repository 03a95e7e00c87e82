import { describe, expect, it } from 'vitest';
import { dateOfFile } from '../../../src-main/engine/catalogue/record-of';

const NS_PER_SECOND = 1_000_000_000n;

describe('dateOfFile', () => {
  it.each([
    [0n, '1970-01-01T00:00:00.000Z'],
    [1_577_836_800n, '2020-01-01T00:00:00.000Z'],
    [-11_676_096_000n, '1600-01-01T00:00:00.000Z'],
    // Years that file systems hold and a clock that was set wrongly writes.
    [253_402_300_900n, '9999-12-31T23:59:59.999Z'],
    [9_999_999_999_999n, '9999-12-31T23:59:59.999Z'],
    [-99_999_999_999n, '1000-01-01T00:00:00.000Z'],
  ])('%d s', (seconds, expected) => {
    expect(dateOfFile(String(seconds * NS_PER_SECOND))).toBe(expected);
  });
});
