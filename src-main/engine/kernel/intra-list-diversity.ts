/**
 * How unlike each other the entries of a list are: the mean of `1 - similarity` over all pairs. Ziegler et al., Improving
 * recommendation lists through topic diversification, WWW 2005, section 3.3, as a mean instead of a sum.
 *
 * @param similarity of two entries by their places, 0..1
 * @returns 0..1; 0 for fewer than two entries
 */
export function intraListDiversity(
  length: number,
  similarity: (i: number, j: number) => number,
): number {
  let sum = 0;
  for (let i = 1; i < length; i++) for (let j = 0; j < i; j++) sum += 1 - similarity(i, j);
  return length > 1 ? sum / ((length * (length - 1)) / 2) : 0;
}
