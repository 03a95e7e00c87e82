import type { Column } from '../work-table';
import { sharedBytes } from './shared-memory';

/** Texts one after the other in UTF-8, in memory that threads share. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  /** Where each text ends. */
  readonly ends: Uint32Array;
}

/** A column of texts that costs no object a row, and nothing to hand to another thread. */
export class TextColumn implements Column<string> {
  readonly length: number;
  readonly #buffer: Buffer;

  constructor(readonly packed: PackedTexts) {
    const { bytes, ends } = packed;
    this.length = ends.length;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  static from(texts: readonly string[]): TextColumn {
    const ends = new Uint32Array(sharedBytes(texts.length * Uint32Array.BYTES_PER_ELEMENT));
    let length = 0;
    texts.forEach((text, row) => (ends[row] = length += Buffer.byteLength(text)));
    const bytes = new Uint8Array(sharedBytes(length));
    const buffer = Buffer.from(bytes.buffer);
    texts.forEach((text, row) => buffer.write(text, row === 0 ? 0 : ends[row - 1]!));
    return new TextColumn({ bytes, ends });
  }

  at(row: number): string | undefined {
    const end = this.packed.ends[row];
    if (end === undefined) return undefined;
    return this.#buffer.toString('utf8', row === 0 ? 0 : this.packed.ends[row - 1], end);
  }
}
