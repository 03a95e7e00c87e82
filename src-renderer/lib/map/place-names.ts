import { toScreen, type Box, type Camera } from './camera';

export interface NameToPlace {
  readonly group: number;
  readonly text: string;
  /** Where its works lie on the plane. */
  readonly extent: Box;
}

export interface PlacedName {
  readonly group: number;
  readonly text: string;
  /** Middle of the name's lower edge, px. */
  readonly x: number;
  readonly y: number;
}

export interface NameOptions {
  readonly screen: { width: number; height: number };
  /** px from the works to their name, half a work's height included. */
  readonly gap: number;
  readonly measure: (text: string) => number;
  /** How many works a name would cover there; the box is in px. */
  readonly covers: (box: Box) => number;
}

const LINE = 24;
const MARGIN = 8;

/**
 * Sets the names of groups like those of countries on a map: above, below or beside their works or among them, wherever
 * they cover the fewest works and no name set earlier. While a group is larger than the screen its name stays at the
 * edge. A name that finds no place is left out until one comes closer.
 *
 * @param names most important first
 */
export function placeNames(
  names: readonly NameToPlace[],
  camera: Camera,
  options: NameOptions,
): PlacedName[] {
  const placed: PlacedName[] = [];
  const taken: Box[] = [];
  for (const { group, text, extent } of names) {
    const half = options.measure(text) / 2;
    const free = candidates(extent, camera, half, options)
      .map((at) => ({ ...at, box: boxOf(at.x, at.y, half) }))
      .filter(({ box }) => !taken.some((other) => overlap(other, box)))
      .map((at) => ({ ...at, cost: options.covers(at.box) }));
    const [best] = free.sort((one, other) => one.cost - other.cost);
    if (!best) continue;
    taken.push(best.box);
    placed.push({ group, text, x: best.x, y: best.y });
  }
  return placed;
}

/** Places for a name, the best liked first. */
function candidates(
  extent: Box,
  camera: Camera,
  half: number,
  { screen, gap }: NameOptions,
): { x: number; y: number }[] {
  const from = toScreen(camera, { x: extent.left, y: extent.top });
  const to = toScreen(camera, { x: extent.right, y: extent.bottom });
  if (to.x < 0 || to.y < 0 || from.x > screen.width || from.y > screen.height) return [];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y + LINE) / 2 };
  return [
    { x: middle.x, y: from.y - gap },
    { x: middle.x, y: to.y + gap + LINE },
    { x: to.x + gap + half + MARGIN, y: middle.y },
    { x: from.x - gap - half - MARGIN, y: middle.y },
    middle,
  ].map(({ x, y }) => ({
    x: within(x, half + MARGIN, screen.width - half - MARGIN),
    y: within(y, LINE + MARGIN, screen.height - MARGIN),
  }));
}

function boxOf(x: number, y: number, half: number): Box {
  return { left: x - half - MARGIN, right: x + half + MARGIN, top: y - LINE, bottom: y };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
