import { scaleTime } from 'd3-scale';
import { area, curveMonotoneX } from 'd3-shape';
import { lightnessOf } from './lightness';

export interface RiverPeriod {
  /** ISO 8601 */
  readonly start: string;
  readonly count: number;
  readonly palette: readonly { readonly hex: string; readonly share: number }[];
}

export interface RiverStop {
  /** 0..1 along the river. */
  readonly at: number;
  readonly hex: string;
}

export interface RiverBand {
  /** SVG path. */
  readonly path: string;
  /** Colour of the band in each period. */
  readonly stops: readonly RiverStop[];
}

export interface River {
  /** Middle of each period, px. */
  readonly xs: readonly number[];
  /** Half the height of the water in each period, px. */
  readonly halves: readonly number[];
  readonly bands: readonly RiverBand[];
}

export interface RiverRoom {
  readonly width: number;
  readonly height: number;
  /** px left free at either end. */
  readonly inset: number;
}

/** The least of its full height that the river keeps in a meagre period. */
const LEAST = 0.34;

interface Slice {
  readonly x: number;
  readonly edges: readonly { hex: string; top: number; bottom: number }[];
  readonly half: number;
}

/**
 * A river of the colours that were used over time, light ones at the top. Cut at a period it shows exactly that period's
 * palette by share; its height stands for the number of works, as the root of their count. Between periods each band
 * flows on into the one of the same rank.
 *
 * @param periods in order of time, at least one
 */
export function riverOf(periods: readonly RiverPeriod[], room: RiverRoom): River {
  const slices = slicesOf(periods, room);
  const first = slices[0]?.x ?? 0;
  const span = (slices.at(-1)?.x ?? 0) - first || 1;
  const ranks = Math.max(0, ...slices.map(({ edges }) => edges.length));
  const flow = area<Slice>()
    .x(({ x }) => x)
    .curve(curveMonotoneX);
  const bands = Array.from({ length: ranks }, (_, rank): RiverBand => {
    const edge = ({ edges }: Slice) => edges[rank] ?? edges.at(-1);
    const path = flow.y0((slice) => edge(slice)?.top ?? 0).y1((slice) => edge(slice)?.bottom ?? 0);
    const stops = slices.map((slice) => ({
      at: (slice.x - first) / span,
      hex: edge(slice)?.hex ?? '#808080',
    }));
    return { path: path(slices) ?? '', stops };
  });
  return { xs: slices.map(({ x }) => x), halves: slices.map(({ half }) => half), bands };
}

function slicesOf(periods: readonly RiverPeriod[], { width, height, inset }: RiverRoom): Slice[] {
  const dates = periods.map(({ start }) => new Date(start));
  const first = dates[0] ?? new Date(0);
  const last = dates.at(-1) ?? first;
  const along = scaleTime([first, last], [inset, width - inset]);
  const most = Math.max(1, ...periods.map(({ count }) => count));
  return periods.map(({ count, palette }, at) => {
    const half = ((LEAST + (1 - LEAST) * Math.sqrt(count / most)) * height) / 2;
    const lightFirst = [...palette].sort(
      (one, other) => lightnessOf(other.hex) - lightnessOf(one.hex),
    );
    const total = palette.reduce((sum, { share }) => sum + share, 0) || 1;
    let edge = height / 2 - half;
    const edges = lightFirst.map(({ hex, share }) => {
      const top = edge;
      edge += (share / total) * 2 * half;
      return { hex, top, bottom: edge };
    });
    const x = first.getTime() === last.getTime() ? width / 2 : along(dates[at] ?? first);
    return { x, edges, half };
  });
}
