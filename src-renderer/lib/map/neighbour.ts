import type { Place } from './camera';

export type Direction = 'left' | 'right' | 'up' | 'down';

const WAY: Readonly<Record<Direction, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** How much farther a work may seem that lies aside of the way. */
const ASIDE = 2;

/**
 * The work one comes to when going from one in a direction: of those within 45 degrees of the way the nearest,
 * where straying to the side counts double. Stays where it is at the rim.
 *
 * @param positions x, y pairs @param among places in `positions` to choose from
 */
export function neighbour(
  positions: Float32Array,
  among: Iterable<number>,
  from: number,
  direction: Direction,
): number {
  const way = WAY[direction];
  let best = from;
  let least = Infinity;
  for (const at of among) {
    const dx = positions[2 * at]! - positions[2 * from]!;
    const dy = positions[2 * at + 1]! - positions[2 * from + 1]!;
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (at === from || along <= 0 || aside > along) continue;
    const cost = along + ASIDE * aside;
    if (cost >= least) continue;
    least = cost;
    best = at;
  }
  return best;
}
