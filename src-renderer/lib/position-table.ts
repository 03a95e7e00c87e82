/**
 * A look-up from id to place in a list of ids: one array access where ids are dense, as rows of a catalogue
 * are, else a map.
 * @returns a function that gives the place, or -1
 */
export function positionTable(ids: ArrayLike<number>): (id: number) => number {
  let largest = 0;
  for (let at = 0; at < ids.length; at++) largest = Math.max(largest, ids[at] ?? 0);
  if (largest > ids.length * 8 + 1024) return sparseTable(ids);
  const places = new Int32Array(largest + 1).fill(-1);
  for (let at = 0; at < ids.length; at++) places[ids[at] ?? 0] = at;
  return (id) => places[id] ?? -1;
}

function sparseTable(ids: ArrayLike<number>): (id: number) => number {
  const places = new Map<number, number>();
  for (let at = 0; at < ids.length; at++) places.set(ids[at] ?? 0, at);
  return (id) => places.get(id) ?? -1;
}
