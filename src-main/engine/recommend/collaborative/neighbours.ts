import { topRanked } from '../../kernel/top-ranked';
import type { Interactions } from './interactions';
import type { Scorer } from './scorer';

export interface Neighbourhood {
  /** Users by item. */
  byItem: Interactions;
  byUser: Interactions;
  /** What a user who chose both adds to the likeness of two items. */
  userWeight: ArrayLike<number>;
  /** Turns the sum of those into the likeness of two items, >= 0. */
  likeness: (together: number, item: number, other: number) => number;
  /** How many neighbours of each item are kept. */
  neighbours: number;
}

/**
 * Scores an item by the sum of its likeness to the items chosen, of which only its nearest neighbours count: Deshpande &
 * Karypis, Item-based top-n recommendation algorithms, TOIS 2004, section 4.
 */
export function fitNeighbours(hood: Neighbourhood): Scorer {
  const { byItem } = hood;
  const together = new Float64Array(byItem.users);
  const adds: { items: number[]; likeness: number[] }[] = Array.from(
    { length: byItem.users },
    () => ({ items: [], likeness: [] }),
  );
  for (let item = 0; item < byItem.users; item++) {
    const others = countTogether(hood, item, together);
    const likeness = others.map((other) => hood.likeness(together[other]!, item, other));
    for (const near of topRanked(likeness, hood.neighbours)) {
      adds[others[near]!]!.items.push(item);
      adds[others[near]!]!.likeness.push(likeness[near]!);
    }
    for (const other of others) together[other] = 0;
  }
  return {
    score(history, out) {
      out.fill(0);
      for (const chosen of history.liked) {
        const { items, likeness } = adds[chosen]!;
        for (let k = 0; k < items.length; k++) out[items[k]!]! += likeness[k]!;
      }
    },
  };
}

/** Fills in how much other items were chosen together with this one; returns those that were, ascending. */
function countTogether(
  { byItem, byUser, userWeight }: Neighbourhood,
  item: number,
  together: Float64Array,
): number[] {
  const others: number[] = [];
  for (let at = byItem.rowStart[item]!; at < byItem.rowStart[item + 1]!; at++) {
    const user = byItem.columns[at]!;
    const weight = userWeight[user]!;
    for (let k = byUser.rowStart[user]!; k < byUser.rowStart[user + 1]!; k++) {
      const other = byUser.columns[k]!;
      if (other === item) continue;
      if (together[other] === 0) others.push(other);
      together[other]! += weight;
    }
  }
  return others.sort((a, b) => a - b);
}
