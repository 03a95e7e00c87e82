import { remember } from './remember';

/**
 * Percentile of every value within its own column: the share of the other rows with a lower value, ties
 * counted half, 0..100. With a single row, or a column of equal values, every value stands at 50.
 *
 * @param data n x dim values, row-major
 * @returns n x dim percentiles, row-major
 */
export function columnRanks(data: Float32Array, dim: number): Float32Array {
  const ranks = new Float32Array(data.length);
  const rows = dim === 0 ? 0 : data.length / dim;
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let column = 0; column < dim; column++) {
    order.sort((a, b) => data[a * dim + column]! - data[b * dim + column]!);
    rankColumn(data, dim, column, order, ranks);
  }
  return ranks;
}

/** As {@link columnRanks}, ranked once for a table that does not change. */
export const ranksOf = remember(({ data, dim }: { data: Float32Array; dim: number }) =>
  columnRanks(data, dim),
);

function rankColumn(
  data: Float32Array,
  dim: number,
  column: number,
  order: Uint32Array,
  ranks: Float32Array,
): void {
  const rows = order.length;
  for (let first = 0; first < rows;) {
    const value = data[order[first]! * dim + column]!;
    let end = first + 1;
    while (end < rows && data[order[end]! * dim + column] === value) end++;
    const rank = rows > 1 ? (100 * (first + (end - first - 1) / 2)) / (rows - 1) : 50;
    for (let i = first; i < end; i++) ranks[order[i]! * dim + column] = rank;
    first = end;
  }
}
