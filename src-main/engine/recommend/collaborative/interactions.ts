/** Who chose what, as a sparse matrix: rows are users (profiles, boards, sessions), columns are items (works). */
export interface Interactions {
  users: number;
  items: number;
  /** users + 1 places: row u lies in rowStart[u] .. rowStart[u + 1]. */
  rowStart: Uint32Array;
  /** Item of each entry, ascending within a row. */
  columns: Uint32Array;
}

export interface Interaction {
  user: number;
  item: number;
}

/** What is known of everybody. */
export interface Signals {
  liked: Interactions;
  /** Whatever a user had to do with, also what was opened and not liked, or rated low; contains what is liked. */
  met: Interactions;
}

/** What is known of one user; items ascending. */
export interface History {
  /** Number of the user; only chance depends on it. */
  user: number;
  liked: Uint32Array;
  met: Uint32Array;
}

/**
 * Builds the matrix; a pair that comes twice counts once.
 *
 * @param pairs in any order, user below `users`, item below `items`
 */
export function interactionsOf(
  pairs: readonly Interaction[],
  users: number,
  items: number,
): Interactions {
  const sorted = [...pairs].sort((a, b) => a.user - b.user || a.item - b.item);
  const once = sorted.filter(
    ({ user, item }, i) => i === 0 || user !== sorted[i - 1]!.user || item !== sorted[i - 1]!.item,
  );
  const rowStart = new Uint32Array(users + 1);
  for (const { user } of once) rowStart[user + 1]!++;
  for (let user = 0; user < users; user++) rowStart[user + 1]! += rowStart[user]!;
  return { users, items, rowStart, columns: Uint32Array.from(once, ({ item }) => item) };
}

export function rowOf({ rowStart, columns }: Interactions, user: number): Uint32Array {
  return columns.subarray(rowStart[user]!, rowStart[user + 1]!);
}

export function historyOf({ liked, met }: Signals, user: number): History {
  return { user, liked: rowOf(liked, user), met: rowOf(met, user) };
}

/** The same without the items that have no number here. */
export function within(matrix: Interactions, numbers: ReadonlyMap<number, number>): Interactions {
  const pairs: Interaction[] = [];
  for (let user = 0; user < matrix.users; user++)
    for (const item of rowOf(matrix, user)) {
      const number = numbers.get(item);
      if (number !== undefined) pairs.push({ user, item: number });
    }
  return interactionsOf(pairs, matrix.users, numbers.size);
}

/** The same with users and items exchanged. */
export function transposed({ users, items, rowStart, columns }: Interactions): Interactions {
  const start = new Uint32Array(items + 1);
  for (const item of columns) start[item + 1]!++;
  for (let item = 0; item < items; item++) start[item + 1]! += start[item]!;
  const next = start.slice();
  const turned = new Uint32Array(columns.length);
  for (let user = 0; user < users; user++)
    for (let at = rowStart[user]!; at < rowStart[user + 1]!; at++)
      turned[next[columns[at]!]!++] = user;
  return { users: items, items: users, rowStart: start, columns: turned };
}

/** How many users chose each item. */
export function countsOf({ items, columns }: Interactions): Uint32Array {
  const counts = new Uint32Array(items);
  for (const item of columns) counts[item]!++;
  return counts;
}
