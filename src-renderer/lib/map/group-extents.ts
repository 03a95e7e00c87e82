import type { Box } from './camera';

const EDGE = 0.08;

/** Where the works of each group lie on the plane, without the farthest strays. */
export function groupExtents(
  groups: Uint8Array,
  positions: Float32Array,
): ReadonlyMap<number, Box> {
  const members = new Map<number, number[]>();
  groups.forEach((group, at) => {
    const list = members.get(group);
    if (list) list.push(at);
    else members.set(group, [at]);
  });
  const extents = new Map<number, Box>();
  for (const [group, works] of members) {
    const xs = Float32Array.from(works, (at) => positions[2 * at]!).sort();
    const ys = Float32Array.from(works, (at) => positions[2 * at + 1]!).sort();
    const cut = Math.floor(EDGE * works.length);
    extents.set(group, {
      left: xs.at(cut)!,
      right: xs.at(-1 - cut)!,
      top: ys.at(cut)!,
      bottom: ys.at(-1 - cut)!,
    });
  }
  return extents;
}
