/**
 * Inverts the samples of rows that are packed with PackBits (TIFF 6.0, section 9) without unpacking them: only
 * literal and repeated bytes change, not the counts between them.
 */
export function invertPackBits(packed: Uint8Array, rowBytes: readonly number[]): Uint8Array {
  const inverted = packed.slice();
  let row = 0;
  for (const bytes of rowBytes) {
    invertRow(inverted, row, Math.min(row + bytes, inverted.length));
    row += bytes;
  }
  return inverted;
}

function invertRow(bytes: Uint8Array, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const count = bytes[at] ?? 128;
    const literals = count < 128 ? count + 1 : count === 128 ? 0 : 1;
    const end = Math.min(to, at + 1 + literals);
    for (let i = at + 1; i < end; i++) bytes[i] = 255 - (bytes[i] ?? 0);
    at = end;
  }
}
