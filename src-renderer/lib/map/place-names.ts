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
}

const LINE = 24;
const MARGIN = 8;

/**
 * Sets the names of groups like those of countries on a map: above its works, else below them, else in their middle,
 * where no name set earlier stands. While a group is larger than the screen its name stays at the edge. A name that
 * finds no place is left out until one comes closer.
 *
 * @param names most important first
 */
export function placeNames(
  names: readonly NameToPlace[],
  camera: Camera,
  { screen, gap, measure }: NameOptions,
): PlacedName[] {
  const placed: PlacedName[] = [];
  const taken: Box[] = [];
  for (const { group, text, extent } of names) {
    const from = toScreen(camera, { x: extent.left, y: extent.top });
    const to = toScreen(camera, { x: extent.right, y: extent.bottom });
    if (to.x < 0 || to.y < 0 || from.x > screen.width || from.y > screen.height) continue;
    const half = measure(text) / 2;
    const x = within((from.x + to.x) / 2, half + MARGIN, screen.width - half - MARGIN);
    const heights = [from.y - gap, to.y + gap + LINE, (from.y + to.y + LINE) / 2];
    const free = heights
      .map((y) => within(y, LINE + MARGIN, screen.height - MARGIN))
      .find((y) => !taken.some((box) => overlap(box, boxOf(x, y, half))));
    if (free === undefined) continue;
    taken.push(boxOf(x, free, half));
    placed.push({ group, text, x, y: free });
  }
  return placed;
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
