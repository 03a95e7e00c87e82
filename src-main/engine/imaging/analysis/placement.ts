import type { Point } from '../../../contract';
import type { Plane } from './plane';

/** Spread of the soft spot around each intersection, in widths and heights. */
const SPOT = 0.07;
/** Root mean square distance from the middle when everything is equally salient. */
const EVEN_SPREAD = Math.sqrt(1 / 6);

/** Centre of a map's weight; the middle where the map is empty. */
export function weightCentre({ width, height, data }: Plane): Point {
  let [total, x, y] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    total += data[i]!;
    x += data[i]! * ((i % width) + 0.5);
    y += data[i]! * (Math.floor(i / width) + 0.5);
  }
  return total > 0 ? { x: x / total / width, y: y / total / height } : { x: 0.5, y: 0.5 };
}

/** Distance of a point from the middle, 0 in the middle .. 1 in a corner. */
export function offCentre({ x, y }: Point): number {
  return Math.min(1, Math.hypot(x - 0.5, y - 0.5) / Math.SQRT1_2);
}

/**
 * Share of a map's weight near the four crossings of the lines at `at` and `1 - at` of width and height, each place counted
 * by a Gaussian of 7 % around the nearest crossing (as the rule-of-thirds terms of Liu, Chen, Wolf & Cohen-Or,
 * Optimizing photo composition, 2010, section 3.1). An even map gives 0.12, one spot on a crossing nearly 1.
 *
 * @param at 1/3 for thirds, 0.382 for the golden section
 */
export function nearCrossings({ width, height, data }: Plane, at: number): number {
  const across = closeness(width, at);
  const down = closeness(height, at);
  let [total, near] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    total += data[i]!;
    near += data[i]! * across[i % width]! * down[Math.floor(i / width)]!;
  }
  return total > 0 ? Math.min(1, near / total) : 0;
}

function closeness(length: number, at: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const place = (i + 0.5) / length;
    const distance = Math.min(Math.abs(place - at), Math.abs(place - 1 + at));
    return Math.exp(-(distance ** 2) / (2 * SPOT ** 2));
  });
}

/**
 * How much a map gathers in one spot: 1 minus its root mean square distance from its own centre over that of an even map.
 *
 * @returns 0 spread all over, or empty .. 1 one spot
 */
export function focusOf({ width, height, data }: Plane): number {
  const centre = weightCentre({ width, height, data });
  let [total, square] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const x = ((i % width) + 0.5) / width - centre.x;
    const y = (Math.floor(i / width) + 0.5) / height - centre.y;
    total += data[i]!;
    square += data[i]! * (x * x + y * y);
  }
  return total > 0 ? Math.max(0, 1 - Math.sqrt(square / total) / EVEN_SPREAD) : 0;
}
