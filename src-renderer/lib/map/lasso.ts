import type { Box, Place } from './camera';
import type { PlaneIndex } from './plane-index';

/**
 * Whether a place lies inside a closed line: an even number of crossings to its right means outside (even-odd
 * rule; Shimrat, Algorithm 112, CACM 1962). A line that crosses itself leaves its doubled part out.
 *
 * @param line corners in order; the last is joined to the first
 */
export function isInside(line: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  let from = line.at(-1);
  for (const to of line) {
    if (from && to.y > y !== from.y > y) {
      const crossing = to.x + ((y - to.y) / (from.y - to.y)) * (from.x - to.x);
      if (x < crossing) inside = !inside;
    }
    from = to;
  }
  return inside;
}

/** The works that a line on the plane encloses, as places in `positions`, ascending. */
export function enclosedWorks(
  line: readonly Place[],
  positions: Float32Array,
  index: Pick<PlaneIndex, 'within'>,
): number[] {
  if (line.length < 3) return [];
  return index
    .within(boxOf(line))
    .filter((at) => isInside(line, { x: positions[2 * at]!, y: positions[2 * at + 1]! }))
    .sort((one, other) => one - other);
}

/** Adds a place to a freehand line, unless it is nearer than `least` px to the last: a hand trembles. */
export function drawOn(line: readonly Place[], to: Place, least = 3): readonly Place[] {
  const last = line.at(-1);
  if (last && Math.hypot(to.x - last.x, to.y - last.y) < least) return line;
  return [...line, to];
}

function boxOf(line: readonly Place[]): Box {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}
