import { remember } from './remember';

/**
 * Percentiles of the values of a table, each within its own column: the share of the other rows with a lower value, ties
 * counted half, 0..100. With a single row, or a column of equal values, every value stands at 50.
 *
 * Only the sorted columns are kept, each from when it is first asked for: a row is ranked by bisection in microseconds,
 * while ranking every value of a large library at once would hold its process up for a second.
 */
export class ColumnRanks {
  readonly #sorted: Float32Array[] = [];

  /** @param data n x dim values, row-major */
  constructor(
    private readonly data: Float32Array,
    readonly dim: number,
  ) {}

  /** Percentiles of one row, column by column. */
  at(row: number): Float32Array {
    return Float32Array.from({ length: this.dim }, (_, column) => {
      const sorted = this.column(column);
      if (sorted.length < 2) return 50;
      const value = this.data[row * this.dim + column]!;
      const lower = countWhile(sorted, (other) => other < value);
      const upper = countWhile(sorted, (other) => other <= value);
      return (100 * (lower + (upper - lower - 1) / 2)) / (sorted.length - 1);
    });
  }

  /** Where values that are no row of the table would stand in it, column by column. */
  of(values: ArrayLike<number>): Float32Array {
    return Float32Array.from({ length: this.dim }, (_, column) => {
      const sorted = this.column(column);
      if (sorted.length === 0) return 50;
      const value = Math.fround(values[column]!);
      const lower = countWhile(sorted, (other) => other < value);
      const upper = countWhile(sorted, (other) => other <= value);
      return (100 * (lower + upper)) / 2 / sorted.length;
    });
  }

  /** The values of one column in ascending order. */
  column(column: number): Float32Array {
    const known = this.#sorted[column];
    if (known) return known;
    const values = new Float32Array(this.dim === 0 ? 0 : this.data.length / this.dim);
    for (let row = 0; row < values.length; row++) values[row] = this.data[row * this.dim + column]!;
    return (this.#sorted[column] = values.sort());
  }
}

/** The ranks of a table that does not change. */
export const ranksOf = remember(
  ({ data, dim }: { data: Float32Array; dim: number }) => new ColumnRanks(data, dim),
);

/** How many values at the beginning pass a test that none passes after the first that fails it. */
function countWhile(sorted: Float32Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
