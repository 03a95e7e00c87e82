/** Sum of products; both of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Cosine of the angle between two vectors, `a . b / (|a| |b|)`: Salton & McGill, Introduction to Modern
 * Information Retrieval, 1983, section 4.1.
 *
 * @returns -1..1; 0 when either is all zeros, which stands for 'nothing known'
 */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const norms = Math.sqrt(dot(a, a) * dot(b, b));
  return norms > 0 ? Math.min(1, Math.max(-1, dot(a, b) / norms)) : 0;
}

/** Scales a vector to length 1 in place; one of zeros stays as it is. Returns the same array. */
export function normalise<T extends Float32Array | Float64Array>(vector: T): T {
  const norm = Math.sqrt(dot(vector, vector));
  if (norm > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= norm;
  return vector;
}
