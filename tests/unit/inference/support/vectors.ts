/** Numbers in -1..1 that are the same in every run (mulberry32). */
export function randomNumbers(length: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  });
}

/** Rows of unit length, row-major. */
export function unitRows(rows: number, dim: number, seed: number): Float32Array {
  const values = randomNumbers(rows * dim, seed);
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * dim, (row + 1) * dim);
    const length = Math.hypot(...part);
    part.forEach((value, i) => (part[i] = value / length));
  }
  return values;
}
