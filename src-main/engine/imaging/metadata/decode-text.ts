const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const gb18030 = new TextDecoder('gb18030');
const utf16 = new TextDecoder('utf-16le');

/**
 * Text of a field whose encoding nobody states. Valid UTF-8 is taken as such; else bytes above 0x7f that come
 * only in pairs of 0xa1..0xfe are Chinese (GB 2312), and anything else is Western (Windows-1252).
 */
export function decodeText(bytes: Uint8Array): string {
  const text = untilNul(bytes);
  try {
    return strictUtf8.decode(text);
  } catch {
    return looksChinese(text) ? gb18030.decode(text) : windows1252.decode(text);
  }
}

/** The XP fields of Windows: UTF-16, little-endian. */
export function decodeUtf16(bytes: Uint8Array): string {
  return utf16.decode(bytes).split('\0')[0] ?? '';
}

function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function looksChinese(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    if ((bytes[i] ?? 0) < 0xa1 || (bytes[i + 1] ?? 0) < 0xa1) return false;
    i += 1;
  }
  return true;
}
