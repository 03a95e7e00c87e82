import { axisScaleOf } from '../kernel/axis-similarity';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/** Kernel values of one row against the examples' rows. */
export type KernelRow = (row: number) => Float64Array;

/**
 * A Gaussian kernel on the style vectors, `exp(-|x - y|^2 / w)`, as wide as the library is spread: w is the squared
 * distance of an ordinary (median) pair of works, the 'median heuristic' (Garreau, Jitkrittum & Kanagawa 2017).
 *
 * @param rows the examples
 */
export function styleKernel(table: WorkTable, rows: readonly number[]): KernelRow {
  const { data, dim } = table.style;
  // for vectors of length 1, |x - y|^2 = 2 - 2 cos
  const width = 2 - 2 * axisScaleOf(table.style).median;
  return (row) =>
    Float64Array.from(rows, (example) =>
      Math.exp((2 * dotRows(data, row, data, example, dim) - 2) / width),
    );
}
