/** Row i of a row-major table, as a view onto the same memory. */
export function rowAt(data: Float32Array, dim: number, row: number): Float32Array {
  return data.subarray(row * dim, (row + 1) * dim);
}

/** Whether the row holds anything but zeros; a row of zeros means 'not measured yet'. */
export function hasVector(data: Float32Array, dim: number, row: number): boolean {
  for (let i = row * dim; i < (row + 1) * dim; i++) if (data[i] !== 0) return true;
  return false;
}

/** Dot product of row i of one table and row j of another; four independent sums keep the pipeline busy. */
export function dotRows(
  a: Float32Array,
  i: number,
  b: Float32Array,
  j: number,
  dim: number,
): number {
  const blocked = dim - (dim % 4);
  let p = i * dim;
  let q = j * dim;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (const end = p + blocked; p < end; p += 4, q += 4) {
    s0 += a[p]! * b[q]!;
    s1 += a[p + 1]! * b[q + 1]!;
    s2 += a[p + 2]! * b[q + 2]!;
    s3 += a[p + 3]! * b[q + 3]!;
  }
  for (const end = (i + 1) * dim; p < end; p++, q++) s0 += a[p]! * b[q]!;
  return s0 + s1 + (s2 + s3);
}

/** Copies the named rows, one after the other, into a table of their own. */
export function gatherRows(data: Float32Array, dim: number, rows: ArrayLike<number>): Float32Array {
  const gathered = new Float32Array(rows.length * dim);
  for (let i = 0; i < rows.length; i++) gathered.set(rowAt(data, dim, rows[i]!), i * dim);
  return gathered;
}

/** Mean of the named rows, component by component; zeros when no row is named. */
export function meanOfRows(data: Float32Array, dim: number, rows: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(dim);
  for (let i = 0; i < rows.length; i++) {
    const offset = rows[i]! * dim;
    for (let j = 0; j < dim; j++) mean[j]! += data[offset + j]! / rows.length;
  }
  return mean;
}
