import type { Swatch } from '../../contract';

/** Row-major vectors of equal length: row i is `data.subarray(i * dim, (i + 1) * dim)`. */
export interface VectorTable {
  readonly dim: number;
  readonly data: Float32Array;
}

/** One value a work, which may be made only when it is asked for; a plain array is one too. */
export interface Column<T> {
  readonly length: number;
  /** @param row 0..length - 1 */
  at(row: number): T | undefined;
}

/**
 * Everything measured about the present works, side by side in memory: row i of every column is the same
 * work. Read once from the catalogue and kept until `version` moves on.
 */
export interface WorkTable {
  readonly version: number;
  readonly ids: Uint32Array;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly hashes: Column<string>;
  readonly fileNames: Column<string>;
  /** ISO 8601, as known best. */
  readonly dates: Column<string>;
  /** 1 where the work itself says when it was made, 0 where `dates` holds only its file's date. */
  readonly dated: Uint8Array;
  /** Width over height. */
  readonly aspects: Float32Array;
  /** L2-normalised; a row of zeros means 'not embedded yet'. */
  readonly style: VectorTable;
  readonly subject: VectorTable;
  readonly palette: VectorTable;
  readonly swatches: Column<readonly Swatch[]>;
  /** In the order of TRAIT_IDS. */
  readonly traits: VectorTable;
  /** 64-bit perceptual hashes. */
  readonly perceptual: BigUint64Array;
}
