import type { Period } from '../../../contract';
import { kMeans } from '../../kernel/k-means';
import { hexOf, oklabToSrgb, parseHex, srgbToOklab, type Oklab } from '../../kernel/oklab';
import type { CurvePoint } from './smooth-path';

/** One colour's way through the periods. */
export interface RiverBand {
  upper: CurvePoint[];
  lower: CurvePoint[];
  /** Its colour in each period: it drifts as the works' own colours do. */
  stops: string[];
}

export interface River {
  /** Where each period lies, 0..1. */
  positions: number[];
  /** From light at the top to dark at the bottom; x and y are 0..1. */
  bands: RiverBand[];
}

const MOST_BANDS = 9;
/** Share of the full width that the least productive period keeps. */
const NARROWEST = 0.3;

interface Drop {
  period: number;
  lab: Oklab;
  weight: number;
}

/**
 * The palette over the years as a stream: the colours of all periods are gathered into at most nine families (k-means
 * in OKLab), and each family flows through time as wide as its share, in the colour that it has in each period. The
 * whole stream is as wide as the root of the number of works, and symmetric about its middle (ThemeRiver: Havre,
 * Hetzler & Nowell, 2000).
 *
 * @param periods at least two, in the order of time
 */
export function riverOf(periods: readonly Period[]): River {
  const drops = periods.flatMap(({ palette }, period) =>
    palette.map(({ hex, share }) => ({
      period,
      lab: srgbToOklab(...parseHex(hex)),
      weight: share,
    })),
  );
  const families = familiesOf(drops);
  const positions = positionsOf(periods);
  const widths = widthsOf(periods);
  const edges = periods.map((_, period) => (1 - (widths[period] ?? 0)) / 2);
  const bands = families.map((family) => {
    const upper = edges.map((y, period) => ({ x: positions[period] ?? 0, y }));
    for (let period = 0; period < periods.length; period++)
      edges[period] = (edges[period] ?? 0) + shareIn(family, period) * (widths[period] ?? 0);
    const lower = edges.map((y, period) => ({ x: positions[period] ?? 0, y }));
    return { upper, lower, stops: periods.map((_, period) => hexIn(family, period)) };
  });
  return { positions, bands };
}

function familiesOf(drops: readonly Drop[]): Drop[][] {
  const { assignments } = kMeans({
    points: Float32Array.from(drops.flatMap(({ lab }) => lab)),
    dim: 3,
    k: MOST_BANDS,
    weights: Float32Array.from(drops, ({ weight }) => weight),
    seed: 7,
    restarts: 8,
  });
  const families: Drop[][] = [];
  drops.forEach((drop, i) => (families[assignments[i] ?? 0] ??= []).push(drop));
  return families
    .filter((family) => family !== undefined)
    .sort((one, other) => meanLab(other)[0] - meanLab(one)[0]);
}

/** By date, so that years without works show as distance. */
function positionsOf(periods: readonly Period[]): number[] {
  const times = periods.map(({ start }) => Date.parse(start));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  return times.map((time, i) => (span > 0 ? (time - first) / span : i / (times.length - 1)));
}

function widthsOf(periods: readonly Period[]): number[] {
  const most = Math.max(...periods.map(({ count }) => count));
  return periods.map(({ count }) => NARROWEST + (1 - NARROWEST) * Math.sqrt(count / most));
}

function shareIn(family: readonly Drop[], period: number): number {
  return family.reduce((sum, drop) => sum + (drop.period === period ? drop.weight : 0), 0);
}

/** The family's colour in a period, or where it is absent its colour in the nearest one. */
function hexIn(family: readonly Drop[], period: number): string {
  const distance = (drop: Drop) => Math.abs(drop.period - period);
  const nearest = Math.min(...family.map(distance));
  return hexOf(oklabToSrgb(...meanLab(family.filter((drop) => distance(drop) === nearest))));
}

function meanLab(drops: readonly Drop[]): Oklab {
  const total = drops.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const mean = (axis: 0 | 1 | 2) =>
    drops.reduce((sum, { lab, weight }) => sum + lab[axis] * weight, 0) / total;
  return [mean(0), mean(1), mean(2)];
}
