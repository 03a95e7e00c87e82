import { TRAIT_IDS, type Swatch } from '../../../contract';
import { blobToBits64, copyFloats } from '../blobs';
import type { VectorTable } from '../work-table';
import { sharedBytes, sharedFloats } from './shared-memory';
import { SwatchColumn } from './swatch-column';
import type { SharedWorkTable } from './table-transfer';

/** As stored: palette as JSON, traits, palette vector and perceptual hash as bytes. */
export type StoredAnalysis = readonly [
  palette: string,
  traits: Uint8Array,
  paletteVector: Uint8Array,
  perceptual: Uint8Array,
];

type Measured = Pick<
  SharedWorkTable,
  'style' | 'subject' | 'palette' | 'traits' | 'swatches' | 'perceptual'
>;

/** Fills the measured columns of a table, row by row in any order. */
export class TableBuilder {
  readonly style: VectorColumn;
  readonly subject: VectorColumn;
  readonly #palette: VectorColumn;
  readonly #traits: VectorColumn;
  readonly #swatches: SwatchColumn;
  readonly #perceptual: BigUint64Array;

  constructor(rows: number) {
    this.style = new VectorColumn(rows);
    this.subject = new VectorColumn(rows);
    this.#palette = new VectorColumn(rows);
    this.#traits = new VectorColumn(rows, TRAIT_IDS.length);
    this.#swatches = SwatchColumn.ofRows(rows);
    this.#perceptual = new BigUint64Array(sharedBytes(rows * BigUint64Array.BYTES_PER_ELEMENT));
  }

  analysis(row: number, [palette, traits, paletteVector, perceptual]: StoredAnalysis): void {
    this.#swatches.set(row, JSON.parse(palette) as Swatch[]);
    this.#traits.set(row, traits);
    this.#palette.set(row, paletteVector);
    this.#perceptual[row] = blobToBits64(perceptual);
  }

  /** The same work as in an earlier table. */
  copy(row: number, before: SharedWorkTable, from: number): void {
    this.style.copy(row, before.style, from);
    this.subject.copy(row, before.subject, from);
    this.#palette.copy(row, before.palette, from);
    this.#traits.copy(row, before.traits, from);
    this.#swatches.copy(row, before.swatches, from);
    this.#perceptual[row] = before.perceptual[from] ?? 0n;
  }

  finish(): Measured {
    return {
      style: this.style.finish(),
      subject: this.subject.finish(),
      palette: this.#palette.finish(),
      traits: this.#traits.finish(),
      swatches: this.#swatches,
      perceptual: this.#perceptual,
    };
  }
}

/** Rows of equal length, whose length is known with the first of them. */
export class VectorColumn {
  #dim: number;
  #data: Float32Array;

  constructor(
    private readonly rows: number,
    dim = 0,
  ) {
    this.#dim = dim;
    this.#data = sharedFloats(rows * dim);
  }

  set(row: number, blob: Uint8Array): void {
    this.#grow(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
    copyFloats(blob, this.#data.subarray(row * this.#dim, (row + 1) * this.#dim));
  }

  copy(row: number, { dim, data }: VectorTable, from: number): void {
    this.#grow(dim);
    if (dim === this.#dim) this.#data.set(data.subarray(from * dim, (from + 1) * dim), row * dim);
  }

  finish(): VectorTable {
    return { dim: this.#dim, data: this.#data };
  }

  #grow(dim: number): void {
    if (this.#dim > 0 || dim === 0) return;
    this.#dim = dim;
    this.#data = sharedFloats(this.rows * dim);
  }
}
