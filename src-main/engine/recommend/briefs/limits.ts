import type { BriefLimits, LimitName, Shape } from '../../../contract';
import type { WorkFacts } from '../../storage/work-facts';
import type { WorkTable } from '../../storage/work-table';

/** A side may be this much longer than the other and the picture is still called square. */
const SQUARE_UP_TO = 1.05;

/** @param aspect width over height */
export function shapeOf(aspect: number): Shape {
  if (aspect > SQUARE_UP_TO) return 'landscape';
  return aspect < 1 / SQUARE_UP_TO ? 'portrait' : 'square';
}

/** What of the limits a work breaks; a year is only asked of a work that says when it was made. */
export function brokenLimits(
  limits: BriefLimits,
  table: Pick<WorkTable, 'aspects' | 'dates' | 'dated'>,
  { longSides, ratings }: WorkFacts,
  row: number,
): LimitName[] {
  const { shapes, longSide, minRating } = limits;
  const broken: LimitName[] = [];
  if (shapes.length > 0 && !shapes.includes(shapeOf(table.aspects[row] ?? 1))) broken.push('shape');
  if (longSide !== null && (longSides[row] ?? 0) < longSide) broken.push('size');
  if ((ratings[row] ?? 0) < minRating) broken.push('rating');
  const time = brokenTime(limits, table, row);
  return time ? [...broken, time] : broken;
}

function brokenTime(
  { fromYear, toYear }: BriefLimits,
  { dates, dated }: Pick<WorkTable, 'dates' | 'dated'>,
  row: number,
): 'year' | 'undated' | null {
  if (fromYear === null && toYear === null) return null;
  if (dated[row] !== 1) return 'undated';
  const year = Number(dates.at(row)?.slice(0, 4));
  return year < (fromYear ?? -Infinity) || year > (toYear ?? Infinity) ? 'year' : null;
}
