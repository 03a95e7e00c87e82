/** With more points the table of all subsets gets too large for a moment's answer. */
export const MOST_EXACT = 11;

/**
 * The shortest path that visits every point once: the dynamic programme over subsets of Held & Karp, A dynamic programming
 * approach to sequencing problems, SIAM Journal 10(1), 1962, for an open path.
 *
 * @param distances n x n, row-major, >= 0
 * @param count at most MOST_EXACT
 * @param ends the point to begin and the one to end with; free when left out
 */
export function exactPath(
  distances: Float32Array,
  count: number,
  { first, last }: { first?: number | undefined; last?: number | undefined },
): number[] {
  if (count < 2) return Array.from({ length: count }, (_, i) => i);
  const subsets = 1 << count;
  const lengths = new Float64Array(subsets * count).fill(Infinity);
  const before = new Int8Array(subsets * count).fill(-1);
  for (let i = 0; i < count; i++)
    if (first === undefined || first === i) lengths[(1 << i) * count + i] = 0;
  for (let subset = 1; subset < subsets; subset++)
    for (let end = 0; end < count; end++) {
      const length = lengths[subset * count + end]!;
      if (length === Infinity) continue;
      for (let next = 0; next < count; next++) {
        if (subset & (1 << next)) continue;
        const at = (subset | (1 << next)) * count + next;
        const longer = length + distances[end * count + next]!;
        if (longer < lengths[at]!) [lengths[at], before[at]] = [longer, end];
      }
    }
  return traceBack(before, count, bestEnd(lengths, count, last));
}

function bestEnd(lengths: Float64Array, count: number, last: number | undefined): number {
  if (last !== undefined) return last;
  const whole = ((1 << count) - 1) * count;
  let best = 0;
  for (let end = 1; end < count; end++)
    if (lengths[whole + end]! < lengths[whole + best]!) best = end;
  return best;
}

function traceBack(before: Int8Array, count: number, last: number): number[] {
  const path: number[] = [];
  for (let subset = (1 << count) - 1, end = last; end >= 0;) {
    path.unshift(end);
    const previous = before[subset * count + end]!;
    subset &= ~(1 << end);
    end = previous;
  }
  return path;
}
