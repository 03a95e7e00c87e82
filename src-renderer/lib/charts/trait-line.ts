import { scaleLinear, scaleTime } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { TraitId } from '../../../src-main/contract';

/** What counts as the whole range of a trait in practice, so that a small drift looks small. */
const RANGE: Readonly<Record<TraitId, number>> = {
  lightness: 0.8,
  contrast: 0.8,
  saturation: 0.2,
  colourfulness: 90,
  temperature: 1.2,
  hueSpread: 0.8,
  harmony: 0.6,
  balance: 0.3,
  symmetry: 0.6,
  thirds: 0.5,
  focus: 0.6,
  edgeDensity: 0.4,
  orientation: 0.6,
  detailScale: 0.6,
};
const LEAST_SHOWN = 1 / 3;

export interface TraitPoint {
  /** ISO 8601 */
  readonly start: string;
  readonly value: number;
}

export interface TraitLine {
  /** SVG path. */
  readonly path: string;
  readonly points: readonly { x: number; y: number }[];
}

/** From the lowest to the highest value, in parts of the trait's whole range. */
export function movement(id: TraitId, values: readonly number[]): number {
  if (values.length === 0) return 0;
  return (Math.max(...values) - Math.min(...values)) / RANGE[id];
}

/** The traits by how much they moved, most first. */
export function byMovement(
  ids: readonly TraitId[],
  valuesOf: (id: TraitId) => readonly number[],
): TraitId[] {
  const moved = new Map(ids.map((id) => [id, movement(id, valuesOf(id))] as const));
  return [...ids].sort((one, other) => (moved.get(other) ?? 0) - (moved.get(one) ?? 0));
}

/** A trait over time as a thin line. High values are at the top; a third of its whole range fills the height at least. */
export function traitLine(
  id: TraitId,
  series: readonly TraitPoint[],
  room: { width: number; height: number; inset: number },
): TraitLine {
  const values = series.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const half = Math.max(most - least, RANGE[id] * LEAST_SHOWN) / 2;
  const middle = (least + most) / 2;
  const dates = series.map(({ start }) => new Date(start));
  const [first = new Date(0), last = first] = [dates[0], dates.at(-1)];
  const x = scaleTime([first, last], [room.inset, room.width - room.inset]);
  const y = scaleLinear([middle - half, middle + half], [room.height - room.inset, room.inset]);
  const points = series.map(({ value }, at) => ({
    x: first.getTime() === last.getTime() ? room.width / 2 : x(dates[at] ?? first),
    y: y(value),
  }));
  const draw = line<{ x: number; y: number }>()
    .x((point) => point.x)
    .y((point) => point.y)
    .curve(curveMonotoneX);
  return { path: draw(points) ?? '', points };
}
