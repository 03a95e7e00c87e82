import { dotRows } from './vector-rows';
import { runToEnd } from './run-to-end';

/** What is known of an item in two respects; null where it is not. */
export interface TwoGroups {
  first: string | null;
  second: string | null;
}

/**
 * Which of two likenesses a vector space follows: of an item's pairs (one like it in the first respect only, one like it
 * in the second respect only), the share in which the former lies nearer, equal ones counted half. That is the area
 * under the ROC curve: Hanley & McNeil, The Meaning and Use of the Area under a ROC Curve, 1982, section 2.
 *
 * @param data row-major unit vectors, `groups.length` x `dim`
 * @returns 0..1 an item; NaN where there is no such pair
 */
export function pairPreference(
  data: Float32Array,
  dim: number,
  groups: readonly TwoGroups[],
): Float64Array {
  return runToEnd(preferenceQueries(data, dim, groups));
}

/** {@link pairPreference} an item at a time; yields how many are done. */
export function* preferenceQueries(
  data: Float32Array,
  dim: number,
  groups: readonly TwoGroups[],
): Generator<number, Float64Array, void> {
  const shares = new Float64Array(groups.length).fill(Number.NaN);
  const known = groups.flatMap(({ first, second }, i) =>
    first === null || second === null ? [] : [i],
  );
  for (const [asked, item] of known.entries()) {
    yield asked;
    const { first, second } = groups[item]!;
    const likeness = (i: number): number => dotRows(data, item, data, i, dim);
    const by = (sameFirst: boolean): number[] =>
      known
        .filter(
          (i) =>
            i !== item &&
            (groups[i]!.first === first) === sameFirst &&
            (groups[i]!.second === second) !== sameFirst,
        )
        .map(likeness);
    shares[item] = shareAbove(by(true), by(false));
  }
  return shares;
}

/** Share of all pairs in which the value of the first list is the greater one. */
function shareAbove(ones: readonly number[], others: readonly number[]): number {
  const sorted = Float64Array.from(others).sort();
  let wins = 0;
  let below = 0;
  let upTo = 0;
  for (const value of [...ones].sort((a, b) => a - b)) {
    while (below < sorted.length && sorted[below]! < value) below++;
    while (upTo < sorted.length && sorted[upTo]! <= value) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (ones.length * sorted.length);
}
