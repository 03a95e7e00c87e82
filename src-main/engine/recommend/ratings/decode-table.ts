import { EngineError } from '../../../contract';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
/** Bytes that say enough of the encoding. */
const LOOKED_AT = 1_000_000;

/**
 * The text of a table as spreadsheets write them: as its byte order mark says (UTF-8, UTF-16); without one UTF-8, else what
 * Excel writes as CSV: GB18030, which has GBK in it, on a Chinese system and Windows-1252 on a western one.
 *
 * @throws EngineError 'ratings/table-invalid' where the bytes are no text of the encoding that their mark names
 */
export function decodeTable(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const encodings = marked
    ? [marked.encoding]
    : ['utf-8', ...(isMostlyPairs(bytes) ? ['gb18030', 'windows-1252'] : ['windows-1252'])];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  throw new EngineError('ratings/table-invalid', `Expected ${encodings.join(' or ')} text`);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** In GB18030 nearly all characters beyond ASCII are two high bytes, or twice one and a digit; western accents stand alone. */
function isMostlyPairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let singles = 0;
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    if (!isHigh(bytes[at])) continue;
    const length = isHigh(bytes[at + 1]) ? 2 : isOfFour(bytes, at) ? 4 : 1;
    if (length === 1) singles++;
    else pairs++;
    at += length - 1;
  }
  return pairs >= singles;
}

function isOfFour(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at + 1]) && isHigh(bytes[at + 2]) && isDigit(bytes[at + 3]);
}

function isHigh(byte = 0): boolean {
  return byte >= 0x80;
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
