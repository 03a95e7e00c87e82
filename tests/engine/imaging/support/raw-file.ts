interface Field {
  tag: number;
  type: 3 | 4;
  value: number;
}

const SENSOR_BYTES = 4000;

/**
 * A little-endian TIFF container as cameras write it: directory 0 tells the make and the orientation and
 * points to the preview, its sub-directory holds a sensor's mosaic (photometric 32803).
 *
 * @param preview a JPEG picture, or nothing for a camera that embeds none
 */
export function rawFile(preview: Uint8Array | null, orientation = 1): Buffer {
  const make = Buffer.from('Obscura\0', 'latin1');
  const main = 8;
  const sub = main + 2 + 6 * 12 + 4;
  const makeAt = sub + 2 + 3 * 12 + 4;
  const sensorAt = makeAt + make.length;
  const previewAt = sensorAt + SENSOR_BYTES;
  const file = Buffer.alloc(previewAt + (preview?.length ?? 0), 0x5a);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(main, 4);
  writeDirectory(file, main, [
    { tag: 0x00fe, type: 4, value: 1 },
    { tag: 0x0112, type: 3, value: orientation },
    { tag: 0x014a, type: 4, value: sub },
    { tag: 0x0201, type: 4, value: previewAt },
    { tag: 0x0202, type: 4, value: preview?.length ?? 0 },
  ]);
  writeText(file, main + 2 + 5 * 12, 0x010f, make.length, makeAt);
  file.writeUInt16LE(6, main);
  file.writeUInt32LE(0, main + 2 + 6 * 12);
  writeDirectory(file, sub, [
    { tag: 0x0103, type: 3, value: 1 },
    { tag: 0x0106, type: 3, value: 32803 },
    { tag: 0x0111, type: 4, value: sensorAt },
  ]);
  make.copy(file, makeAt);
  file.set(preview ?? [], previewAt);
  return file;
}

function writeDirectory(file: Buffer, at: number, fields: readonly Field[]): void {
  file.writeUInt16LE(fields.length, at);
  fields.forEach(({ tag, type, value }, i) => {
    const field = at + 2 + i * 12;
    file.writeUInt16LE(tag, field);
    file.writeUInt16LE(type, field + 2);
    file.writeUInt32LE(1, field + 4);
    file.writeUInt32LE(value, field + 8);
  });
  file.writeUInt32LE(0, at + 2 + fields.length * 12);
}

function writeText(file: Buffer, field: number, tag: number, length: number, at: number): void {
  file.writeUInt16LE(tag, field);
  file.writeUInt16LE(2, field + 2);
  file.writeUInt32LE(length, field + 4);
  file.writeUInt32LE(at, field + 8);
}
