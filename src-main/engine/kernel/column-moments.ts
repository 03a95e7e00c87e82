export interface ColumnMoments {
  mean: Float64Array;
  /** Population standard deviation, >= 0. */
  deviation: Float64Array;
}

/**
 * Mean and standard deviation of every column of a table.
 *
 * @param data n x dim values, row-major
 * @param rows which rows count; all when left out
 */
export function columnMoments(
  data: Float32Array,
  dim: number,
  rows: ArrayLike<number> = { length: dim === 0 ? 0 : data.length / dim },
): ColumnMoments {
  const mean = new Float64Array(dim);
  const deviation = new Float64Array(dim);
  const count = rows.length;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < dim; j++) mean[j]! += data[(rows[i] ?? i) * dim + j]! / count;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < dim; j++)
      deviation[j]! += (data[(rows[i] ?? i) * dim + j]! - mean[j]!) ** 2 / count;
  for (let j = 0; j < dim; j++) deviation[j] = Math.sqrt(deviation[j]!);
  return { mean, deviation };
}

/** Every value as its distance from the column's mean in standard deviations; 0 in a constant column. */
export function standardiseColumns(data: Float32Array, dim: number): Float32Array {
  const { mean, deviation } = columnMoments(data, dim);
  return data.map((value, i) => {
    const spread = deviation[i % dim]!;
    return spread > 1e-9 ? (value - mean[i % dim]!) / spread : 0;
  });
}
