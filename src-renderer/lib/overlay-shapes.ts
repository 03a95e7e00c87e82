import type { Composition } from '../../src-main/contract';
import type { Size } from './fit';

export interface OverlayLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  faint?: boolean;
}
export interface OverlayCircle {
  x: number;
  y: number;
  /** px on screen. */
  r: number;
}
export interface OverlayShapes {
  lines: OverlayLine[];
  circles: OverlayCircle[];
}

/** The smaller part of a golden section, as a share of the whole. */
const GOLDEN = 1 - 2 / (1 + Math.sqrt(5));
const GRID_CELLS = 8;

/** Lines and circles of the overlays that are on, in px of the picture as shown. */
export function overlayShapes(
  active: ReadonlySet<string>,
  composition: Composition,
  size: Size,
): OverlayShapes {
  const lines: OverlayLine[] = [];
  const circles: OverlayCircle[] = [];
  if (active.has('thirds')) lines.push(...sections(1 / 3, size));
  if (active.has('golden')) lines.push(...sections(GOLDEN, size));
  if (active.has('grid')) lines.push(...squares(size));
  if (active.has('symmetry')) lines.push(upright(composition.symmetryAxis.x * size.width, size));
  if (active.has('horizon') && composition.horizon)
    lines.push(level(composition.horizon.y * size.height, size));
  if (active.has('weight')) addWeight(composition, size, { lines, circles });
  return { lines, circles };
}

const upright = (x: number, { height }: Size): OverlayLine => ({ x1: x, y1: 0, x2: x, y2: height });
const level = (y: number, { width }: Size): OverlayLine => ({ x1: 0, y1: y, x2: width, y2: y });

function sections(share: number, size: Size): OverlayLine[] {
  return [share, 1 - share].flatMap((at) => [
    upright(at * size.width, size),
    level(at * size.height, size),
  ]);
}

/** Squares, as artists use them to transfer a drawing. */
function squares(size: Size): OverlayLine[] {
  const side = Math.max(size.width, size.height) / GRID_CELLS;
  const lines: OverlayLine[] = [];
  for (let x = side; x < size.width - 1; x += side)
    lines.push({ ...upright(x, size), faint: true });
  for (let y = side; y < size.height - 1; y += side) lines.push({ ...level(y, size), faint: true });
  return lines;
}

/** A cross in the picture's middle, a ring at its centre of weight, and the way between them. */
function addWeight({ weightCentre }: Composition, size: Size, into: OverlayShapes): void {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const centre = { x: weightCentre.x * size.width, y: weightCentre.y * size.height };
  const arm = Math.min(size.width, size.height) * 0.025;
  into.circles.push({ ...centre, r: 9 }, { ...centre, r: 1.5 });
  into.lines.push(
    { x1: middle.x - arm, y1: middle.y, x2: middle.x + arm, y2: middle.y },
    { x1: middle.x, y1: middle.y - arm, x2: middle.x, y2: middle.y + arm },
    { x1: middle.x, y1: middle.y, x2: centre.x, y2: centre.y, faint: true },
  );
}
