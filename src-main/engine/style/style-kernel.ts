import { axisScaleOf } from '../kernel/axis-similarity';
import { dotRows } from '../kernel/vector-rows';
import type { VectorTable } from '../storage/work-table';

/**
 * Width of a Gaussian kernel on the vectors of an axis, `exp(-|x - y|^2 / w)`, as wide as the library is spread: w is twice
 * the squared distance of an ordinary (median) pair of works, the 'median heuristic' (Garreau, Jitkrittum & Kanagawa
 * 2017). Tried on the sample portfolio with two to four examples a series: a width half or twice that, a linear kernel,
 * and palette, traits or subject added to the style vectors; none was better by more than chance, palette and traits
 * worse.
 */
export function kernelWidth(vectors: VectorTable): number {
  // for vectors of length 1, |x - y|^2 = 2 - 2 cos
  return 2 * (2 - 2 * axisScaleOf(vectors).median);
}

/** The kernel of two vectors of length 1 with this cosine. */
export function kernelAt(cosine: number, width: number): number {
  return Math.exp((2 * cosine - 2) / width);
}

/** Cosines of one row with every row of the examples. */
export function styleCosines(
  { data, dim }: VectorTable,
  row: number,
  examples: VectorTable,
): Float64Array {
  const cosines = new Float64Array(examples.data.length / dim);
  for (let i = 0; i < cosines.length; i++) cosines[i] = dotRows(data, row, examples.data, i, dim);
  return cosines;
}
