import { decodeText } from './decode-text';

const utf16be = new TextDecoder('utf-16be');
const TAG_TABLE = 128;

/** What an ICC profile calls itself (ICC.1:2022, 9.2.41 profileDescriptionTag), e.g. 'Display P3'. */
export function iccName(profile: Uint8Array): string | null {
  try {
    return readDescription(
      new DataView(profile.buffer, profile.byteOffset, profile.byteLength),
      profile,
    );
  } catch {
    return null;
  }
}

function readDescription(view: DataView, profile: Uint8Array): string | null {
  const count = Math.min(view.getUint32(TAG_TABLE), 100);
  for (let i = 0; i < count; i++) {
    const at = TAG_TABLE + 4 + i * 12;
    if (signature(profile, at) !== 'desc') continue;
    return descriptionAt(view, profile, view.getUint32(at + 4));
  }
  return null;
}

/** Version 2 writes ASCII, version 4 a list of UTF-16 texts by language, of which the first is taken. */
function descriptionAt(view: DataView, profile: Uint8Array, at: number): string | null {
  if (signature(profile, at) === 'desc') {
    const length = view.getUint32(at + 8);
    return decodeText(profile.subarray(at + 12, at + 12 + Math.min(length, 256))).trim() || null;
  }
  if (signature(profile, at) !== 'mluc') return null;
  const length = Math.min(view.getUint32(at + 20), 512);
  const start = at + view.getUint32(at + 24);
  return (
    utf16be
      .decode(profile.subarray(start, start + length))
      .replaceAll('\0', '')
      .trim() || null
  );
}

function signature(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
