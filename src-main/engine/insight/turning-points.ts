import type { Portfolio } from '../../contract';
import { changePoints } from '../kernel/change-points';
import { meanShiftGap } from '../kernel/mean-shift-gap';
import { seededRandom } from '../kernel/random';
import { remember } from '../kernel/remember';
import { quantile } from '../kernel/statistics';
import { gatherRows, meanOfRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { calendarOf, periodOf } from './calendar';
import { careerSeriesOf, type CareerSeries } from './career-series';
import { tellingTraits } from './telling-traits';

export type TurningPoint = Portfolio['turningPoints'][number];

const FEWEST_WORKS = 12;
const SHORTEST = 4;
const SHORTEST_SHARE = 0.06;
const MOST = 6;
const MOST_STEPS = 240;
const SHUFFLES = 99;
const CHANCE = 0.02;
/** Two works drawn from either side lie apart about as far as two from one side. */
const LEAST_STRENGTH = 0.8;

type Steps = Pick<CareerSeries, 'points' | 'dim'>;

/**
 * When the work changed: change points of traits and style together over time. A change counts only if shuffling the
 * same works in time hardly ever yields one as weighty (99 shuffles, at most 2 in a hundred), so that a steady body of
 * work has none, and if the works before and after it are clearly further apart than the works on either side are
 * among themselves. Remembered.
 *
 * @returns in the order of time; none below twelve dated works
 */
export const turningPointsOf = remember((table: WorkTable): TurningPoint[] => {
  const series = careerSeriesOf(table);
  if (series.order.length < FEWEST_WORKS) return [];
  const perStep = Math.ceil(series.order.length / MOST_STEPS);
  const steps = { points: averaged(series, perStep), dim: series.dim };
  const chance = weightOfChance(steps);
  const believed = weigh(steps).filter(({ weight }) => weight > chance);
  const starts = believed.map(({ index }) => toNewDate(table, series.order, index * perStep));
  return withoutWeak(series, starts).map((start, i, all) =>
    describe(table, series, all[i - 1] ?? 0, start, all[i + 1] ?? series.order.length),
  );
});

/** Means of every `perStep` neighbours, so that the search takes the same time for any number of works. */
function averaged({ points, dim, order }: CareerSeries, perStep: number): Float32Array {
  if (perStep === 1) return points;
  const count = Math.ceil(order.length / perStep);
  const steps = new Float32Array(count * dim);
  for (let step = 0; step < count; step++) {
    const end = Math.min(order.length, (step + 1) * perStep);
    const rows = Array.from({ length: end - step * perStep }, (_, i) => step * perStep + i);
    steps.set(meanOfRows(points, dim, rows), step * dim);
  }
  return steps;
}

/** Every change with its weight: squared strength times the works that bear it out on both sides. */
function weigh({ points, dim }: Steps): { index: number; weight: number }[] {
  const count = points.length / dim;
  const minSegment = Math.max(SHORTEST, Math.ceil(count * SHORTEST_SHARE));
  const changes = changePoints({ points, dim, minSegment });
  return changes.map(({ index, strength }, i) => {
    const before = index - (changes[i - 1]?.index ?? 0);
    const after = (changes[i + 1]?.index ?? count) - index;
    return { index, weight: (strength ** 2 * before * after) / (before + after) };
  });
}

/** The weight that the strongest change of a shuffled series passes in only `CHANCE` of all shuffles. */
function weightOfChance({ points, dim }: Steps): number {
  const random = seededRandom(19);
  const order = Uint32Array.from({ length: points.length / dim }, (_, i) => i);
  const strongest = Array.from({ length: SHUFFLES }, () => {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const changes = weigh({ points: gatherRows(points, dim, order), dim });
    return Math.max(0, ...changes.map(({ weight }) => weight));
  });
  return quantile(strongest, 1 - CHANCE);
}

/** A change can't fall between two works of one day: the nearest place where the date moves on. */
function toNewDate(table: WorkTable, order: readonly number[], index: number): number {
  const day = (i: number) => table.dates.at(order[i]!)?.slice(0, 10);
  for (let away = 0; away < order.length; away++)
    for (const at of [index - away, index + away])
      if (at > 0 && at < order.length && day(at) !== day(at - 1)) return at;
  return 0;
}

/** Drops the weakest change again and again until at most six are left, each between clearly different stretches. */
function withoutWeak({ points, dim, order }: CareerSeries, starts: readonly number[]): number[] {
  let kept = [...new Set(starts)].filter((start) => start > 0).sort((a, b) => a - b);
  while (kept.length > 0) {
    const gaps = kept.map((start, i) =>
      meanShiftGap(points, dim, kept[i - 1] ?? 0, start, kept[i + 1] ?? order.length),
    );
    const weakest = gaps.indexOf(Math.min(...gaps));
    if (gaps[weakest]! >= LEAST_STRENGTH && kept.length <= MOST) break;
    kept = kept.filter((_, i) => i !== weakest);
  }
  return kept;
}

function describe(
  table: WorkTable,
  { points, dim, order }: CareerSeries,
  from: number,
  at: number,
  to: number,
): TurningPoint {
  const { start, label } = periodOf(table.dates.at(order[at]!)!, calendarOf(table).unit);
  return {
    at: start,
    label,
    strength: meanShiftGap(points, dim, from, at, to),
    traits: tellingTraits(table, order.slice(at, to), order.slice(from, at)),
  };
}
