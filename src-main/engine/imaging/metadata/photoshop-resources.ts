const SIGNATURE = [0x38, 0x42, 0x49, 0x4d]; // 8BIM

/**
 * One block of Photoshop's image resources: signature, id, padded name, length, padded data (Adobe Photoshop
 * File Formats Specification, 'Image resource blocks').
 *
 * @param bytes the resources, also with the 'Photoshop 3.0' mark of a JPEG segment in front
 * @returns null when there is no such resource
 */
export function photoshopResource(bytes: Uint8Array, id: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = hasMark(bytes) ? 14 : 0;
  while (at + 12 <= bytes.length && SIGNATURE.every((byte, i) => bytes[at + i] === byte)) {
    const name = 1 + (bytes[at + 6] ?? 0);
    const lengthAt = at + 6 + name + (name % 2);
    if (lengthAt + 4 > bytes.length) return null;
    const length = view.getUint32(lengthAt);
    const start = lengthAt + 4;
    if (view.getUint16(at + 4) === id) return bytes.subarray(start, start + length);
    at = start + length + (length % 2);
  }
  return null;
}

function hasMark(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 13)) === 'Photoshop 3.0';
}
