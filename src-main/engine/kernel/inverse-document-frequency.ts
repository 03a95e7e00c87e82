/**
 * How much a word says that occurs in `found` of `total` texts: one that is everywhere says nothing. Robertson & Zaragoza,
 * The probabilistic relevance framework: BM25 and beyond, 2009, equation 3.3, with the 1 inside the logarithm that keeps it above 0.
 */
export function inverseDocumentFrequency(found: number, total: number): number {
  return Math.log(1 + (total - found + 0.5) / (found + 0.5));
}
