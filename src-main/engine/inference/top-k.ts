import { BoundedHeap } from './bounded-heap';

export interface TopKHit {
  row: number;
  /** Dot product with the query: the cosine similarity when both have unit length. */
  score: number;
}

/**
 * The k rows with the largest dot product, exactly: every row is read.
 *
 * @param query d values
 * @param matrix n x d values, row-major
 * @param accept rows for which it returns false are passed over (the work itself, hidden works)
 * @returns at most k hits, best first; equal scores by lower row
 */
export function topK(
  query: Float32Array,
  matrix: Float32Array,
  k: number,
  accept: (row: number) => boolean = () => true,
): TopKHit[] {
  const dim = query.length;
  const rows = dim === 0 ? 0 : Math.floor(matrix.length / dim);
  const heap = new BoundedHeap(Math.min(k, rows));
  for (let row = 0; row < rows; row++) {
    const score = dotAt(query, matrix, row * dim);
    if (score >= heap.floor && accept(row)) heap.offer(row, score);
  }
  return heap.sorted();
}

/**
 * Dot product of the query with the row that starts at `offset`, summed in float64.
 * Four sums that do not wait for one another are about twice as fast as one.
 */
export function dotAt(query: Float32Array, matrix: Float32Array, offset: number): number {
  const dim = query.length;
  const blocked = dim - (dim % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < blocked; i += 4) {
    a += query[i]! * matrix[offset + i]!;
    b += query[i + 1]! * matrix[offset + i + 1]!;
    c += query[i + 2]! * matrix[offset + i + 2]!;
    d += query[i + 3]! * matrix[offset + i + 3]!;
  }
  for (let i = blocked; i < dim; i++) a += query[i]! * matrix[offset + i]!;
  return a + b + (c + d);
}
