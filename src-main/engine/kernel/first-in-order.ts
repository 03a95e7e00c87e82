/**
 * The first k of many items as `sort(compare)` would put them, without sorting the others.
 *
 * @param compare negative when the first argument comes first; equal ones stay in the order they came in
 */
export function firstInOrder<T>(
  items: Iterable<T>,
  k: number,
  compare: (a: T, b: T) => number,
): T[] {
  const first: T[] = [];
  if (k <= 0) return first;
  for (const item of items) {
    if (first.length === k && compare(item, first[k - 1]!) >= 0) continue;
    if (first.length === k) first.pop();
    let place = first.length;
    while (place > 0 && compare(item, first[place - 1]!) < 0) place--;
    first.splice(place, 0, item);
  }
  return first;
}
