import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchiveEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** Unix type and permissions; a regular file unless told otherwise. */
  readonly mode?: number;
  /** What the entry claims to unpack to; the truth unless told otherwise. */
  readonly claimedBytes?: number;
}

/** A zip archive (APPNOTE 6.3, 4.3) of a few entries, honest or not, as no library would write it. */
export function packArchive(entries: readonly ArchiveEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, mode = 0o100644, claimedBytes = data.length } of entries) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(data)];
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimedBytes, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(title.length, 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE((3 << 8) | 20, 4);
    header.writeUInt16LE(20, 6);
    header.writeUInt16LE(8, 10);
    sizes.copy(header, 16);
    header.writeUInt16LE(title.length, 28);
    header.writeUInt32LE((mode << 16) >>> 0, 38);
    header.writeUInt32LE(offset, 42);
    bodies.push(local, title, packed);
    central.push(header, title);
    offset += local.length + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
