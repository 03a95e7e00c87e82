import { TAG } from './tiff-tags';

/** Bytes of one value of each TIFF field type, by type number (TIFF 6.0, section 2). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const MAX_ENTRIES = 1000;
const MAX_DIRECTORIES = 64;

export interface TiffField {
  type: number;
  count: number;
  /** Where the values lie, from the start of the block. */
  offset: number;
  bytes: number;
}

/** One image file directory. Values are read on demand, so a hostile count costs nothing. */
export class TiffDirectory {
  constructor(
    private readonly view: DataView,
    private readonly littleEndian: boolean,
    readonly fields: ReadonlyMap<number, TiffField>,
    readonly next: number,
  ) {}

  /** The raw bytes of a field; empty when it is absent. */
  bytesOf(tag: number): Uint8Array {
    const field = this.fields.get(tag);
    if (!field) return new Uint8Array(0);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + field.offset, field.bytes);
  }

  /** The whole numbers of a field (BYTE, SHORT, LONG), at most `limit` of them. */
  numbersOf(tag: number, limit = 64): number[] {
    const field = this.fields.get(tag);
    if (!field) return [];
    const size = TYPE_BYTES[field.type] ?? 0;
    const count = Math.min(field.count, limit);
    return Array.from({ length: count }, (_, i) => this.numberAt(field.offset + i * size, size));
  }

  numberOf(tag: number): number | undefined {
    return this.numbersOf(tag, 1)[0];
  }

  private numberAt(offset: number, size: number): number {
    if (size === 1) return this.view.getUint8(offset);
    if (size === 2) return this.view.getUint16(offset, this.littleEndian);
    if (size === 4) return this.view.getUint32(offset, this.littleEndian);
    return 0;
  }
}

/** A block that starts with a TIFF header: a TIFF file, a camera's raw file or an EXIF block. */
export class TiffBlock {
  private constructor(
    private readonly view: DataView,
    private readonly littleEndian: boolean,
  ) {}

  /** @returns null when the bytes do not start with a TIFF header (or Olympus' or Panasonic's variant of it) */
  static open(bytes: Uint8Array): TiffBlock | null {
    if (bytes.length < 8) return null;
    const order = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
    if (order !== 'II' && order !== 'MM') return null;
    return new TiffBlock(
      new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      order === 'II',
    );
  }

  firstOffset(): number {
    return this.view.getUint32(4, this.littleEndian);
  }

  first(): TiffDirectory | null {
    return this.directory(this.firstOffset());
  }

  /** @returns null when no directory lies wholly within the block at that offset */
  directory(offset: number): TiffDirectory | null {
    if (offset < 8 || offset + 2 > this.view.byteLength) return null;
    const count = this.view.getUint16(offset, this.littleEndian);
    const end = offset + 2 + count * 12;
    if (count === 0 || count > MAX_ENTRIES || end > this.view.byteLength) return null;
    const fields = new Map<number, TiffField>();
    for (let at = offset + 2; at < end; at += 12) this.readField(at, fields);
    const next = end + 4 <= this.view.byteLength ? this.view.getUint32(end, this.littleEndian) : 0;
    return new TiffDirectory(this.view, this.littleEndian, fields, next);
  }

  /** The chain of directories and their sub-directories; loops and absurd lengths are cut off. */
  directories(): TiffDirectory[] {
    const found: TiffDirectory[] = [];
    const seen = new Set<number>();
    const queue = [this.firstOffset()];
    while (queue.length > 0 && found.length < MAX_DIRECTORIES) {
      const offset = queue.shift() ?? 0;
      if (seen.has(offset)) continue;
      seen.add(offset);
      const directory = this.directory(offset);
      if (!directory) continue;
      found.push(directory);
      queue.push(...directory.numbersOf(TAG.subIfds, 16), directory.next);
    }
    return found;
  }

  private readField(at: number, fields: Map<number, TiffField>): void {
    const type = this.view.getUint16(at + 2, this.littleEndian);
    const count = this.view.getUint32(at + 4, this.littleEndian);
    const bytes = (TYPE_BYTES[type] ?? 0) * count;
    if (bytes === 0) return;
    const offset = bytes <= 4 ? at + 8 : this.view.getUint32(at + 8, this.littleEndian);
    if (offset + bytes > this.view.byteLength) return;
    fields.set(this.view.getUint16(at, this.littleEndian), { type, count, offset, bytes });
  }
}
