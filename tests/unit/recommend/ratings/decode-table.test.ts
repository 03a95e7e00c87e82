import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../../src-main/engine/recommend';

const ascii = (text: string): number[] => [...Buffer.from(text, 'ascii')];
const HEADER = 'user,item,rating\n';
const TABLE = `${HEADER}张伟,秋.jpg,5`;
const ofTable = (encoding: 'utf8' | 'utf16le'): Buffer => Buffer.from(`\ufeff${TABLE}`, encoding);

describe('the text of a table', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', ofTable('utf8')],
    ['UTF-16, the low byte first', ofTable('utf16le')],
    ['UTF-16, the high byte first', ofTable('utf16le').swap16()],
    [
      'GBK',
      // 张 D5C5, 伟 CEB0, 秋 C7EF (GB 2312)
      [...ascii(HEADER), 0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0xc7, 0xef, ...ascii('.jpg,5')],
    ],
  ])('is read from %s', (_, bytes) => {
    expect(decodeTable(Uint8Array.from(bytes))).toBe(TABLE);
  });

  it('is read from GB18030 with a character of four bytes', () => {
    // U+3400 is 81 39 EE 39.
    const bytes = [...ascii(HEADER), 0x81, 0x39, 0xee, 0x39, 0xd5, 0xc5, ...ascii(',a.jpg,5')];
    expect(decodeTable(Uint8Array.from(bytes))).toBe(`${HEADER}\u3400张,a.jpg,5`);
  });

  it('is read from what a western Excel writes', () => {
    const bytes = [...ascii(`${HEADER}Am`), 0xe9, ...ascii('lie,G'), 0xfc, ...ascii('nther.jpg,5')];
    expect(decodeTable(Uint8Array.from(bytes))).toBe(`${HEADER}Amélie,Günther.jpg,5`);
  });

  it('is refused where it is not what its mark says', () => {
    expect(() => decodeTable(Uint8Array.from([0xef, 0xbb, 0xbf, 0xff]))).toThrow(
      expect.objectContaining({ code: 'ratings/table-invalid' }),
    );
  });
});
