import { axisScaleOf } from '../kernel/axis-similarity';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/**
 * A Gaussian kernel on the style vectors, `exp(-|x - y|^2 / w)`, as wide as the library is spread: w is twice the
 * squared distance of an ordinary (median) pair of works, the 'median heuristic' (Garreau, Jitkrittum & Kanagawa 2017).
 * Tried on the sample portfolio with two to four examples a series: a width half or twice that, a linear kernel, and
 * palette, traits or subject added to the style vectors; none was better by more than chance, palette and traits worse.
 */
export function styleKernel(table: WorkTable): (cosine: number) => number {
  // for vectors of length 1, |x - y|^2 = 2 - 2 cos
  const width = 2 * (2 - 2 * axisScaleOf(table.style).median);
  return (cosine) => Math.exp((2 * cosine - 2) / width);
}

/** Cosines of one row's style vector with those of the examples. */
export function styleCosines(
  table: WorkTable,
  row: number,
  examples: readonly number[],
): Float64Array {
  const { data, dim } = table.style;
  return Float64Array.from(examples, (example) => dotRows(data, row, data, example, dim));
}
