/** Takes a place for one more of a group. @returns false, and takes none, once the group has as many as it may have */
export type TakePlace = (group: number) => boolean;

/** @param most how many places each group may have */
export function quotaOf(most: (group: number) => number): TakePlace {
  const taken = new Map<number, number>();
  return (group) => {
    const before = taken.get(group) ?? 0;
    if (before >= most(group)) return false;
    taken.set(group, before + 1);
    return true;
  };
}
