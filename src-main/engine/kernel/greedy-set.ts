/** A function of sets whose value never falls, and whose gains never grow, as its set grows. */
export interface SetFunction {
  /** By how much the value would rise with candidate i in the set. */
  gain(i: number): number;
  add(i: number): void;
}

/**
 * Chooses candidates one by one, each the one with the largest gain. For a monotone submodular function the value of the
 * choice is at least 1 - 1/e, about 63 %, of the best possible one of that size: Nemhauser, Wolsey & Fisher, An analysis of
 * approximations for maximizing submodular set functions - I, Mathematical Programming 14, 1978, section 4. With elements that are in
 * the set beforehand the same holds for what is added to them. Of equals the first is taken.
 *
 * @param candidates numbers of those that may be added
 * @param count how many to add at most
 * @returns candidates in the order of choice
 */
export function greedySet(
  value: SetFunction,
  candidates: Iterable<number>,
  count: number,
): number[] {
  const open = new Set(candidates);
  const chosen: number[] = [];
  while (chosen.length < count && open.size > 0) {
    let best = -1;
    let most = -Infinity;
    for (const i of open) {
      const gain = value.gain(i);
      if (gain > most) [best, most] = [i, gain];
    }
    open.delete(best);
    value.add(best);
    chosen.push(best);
  }
  return chosen;
}
