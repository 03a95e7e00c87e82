import { crc32 } from 'node:zlib';

/** A file or link for a zip archive; `mode` holds Unix permissions and file type. */
export interface ZipMember {
  readonly name: string;
  readonly content: string;
  readonly mode: number;
}

const MADE_ON_UNIX = (3 << 8) | 20;
const VERSION_NEEDED = 20;

/**
 * A zip archive without compression, as small as the format allows.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory) and
 * 4.3.16 (end record).
 */
export function storedZip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const local = localRecord(member);
    centrals.push(centralRecord(member, offset));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  return Buffer.concat([...locals, central, endRecord(members.length, central.length, offset)]);
}

function localRecord(member: ZipMember): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  writeSizes(header, member, 14);
  return Buffer.concat([header, Buffer.from(member.name), Buffer.from(member.content)]);
}

function centralRecord(member: ZipMember, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_ON_UNIX, 4);
  header.writeUInt16LE(VERSION_NEEDED, 6);
  writeSizes(header, member, 16);
  header.writeUInt32LE((member.mode << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(member.name)]);
}

/** CRC-32, both sizes and the name's length stand in this order in either header. */
function writeSizes(header: Buffer, { name, content }: ZipMember, at: number): void {
  const bytes = Buffer.from(content);
  header.writeUInt32LE(crc32(bytes), at);
  header.writeUInt32LE(bytes.length, at + 4);
  header.writeUInt32LE(bytes.length, at + 8);
  header.writeUInt16LE(Buffer.byteLength(name), at + 12);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
