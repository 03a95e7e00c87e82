/** The engine keeps works at least this far apart, in units of the plane over the root of their number. */
const LEAST_APART = 0.55;
const OVER_GAP = 1.7;
/** Longer side in px from which on pictures begin to show, and from which on they show wholly. */
const PICTURES_FROM = 18;
const PICTURES_AT = 26;

export const LARGEST_PICTURE = 360;

/** Longer side of a work on the plane: like prints on a light table, it grows as one comes closer. */
export function workSide(count: number): number {
  return (OVER_GAP * LEAST_APART) / Math.sqrt(Math.max(1, count));
}

/** 0: only dots are seen; 1: only pictures. @param px longer side of a work on the screen */
export function pictureShare(px: number): number {
  return Math.min(1, Math.max(0, (px - PICTURES_FROM) / (PICTURES_AT - PICTURES_FROM)));
}

/** Diameter of a dot in px. @param px longer side of a work on the screen */
export function dotSize(px: number): number {
  return Math.min(11, Math.max(2.5, px * 0.55));
}

/** Width and height of a work in its own proportion. @param aspect width over height */
export function sizeOf(side: number, aspect: number): { width: number; height: number } {
  return aspect >= 1
    ? { width: side, height: side / aspect }
    : { width: side * aspect, height: side };
}
