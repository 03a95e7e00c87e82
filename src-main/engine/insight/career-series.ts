import { standardiseColumns } from '../kernel/column-moments';
import { principalComponents } from '../kernel/principal-components';
import { gatherRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { calendarOf } from './calendar';
import { styleSpaceOf } from './style-space';

/** What the dated works look like, one after the other. */
export interface CareerSeries {
  /** Table rows in the order of time. */
  order: number[];
  /** One row of `dim` numbers for each: traits and style, half each. */
  points: Float32Array;
  dim: number;
}

const COMPONENTS = 6;

/**
 * Traits and style of the dated works as a series: traits standardised, style vectors scaled to the same total
 * variance, both reduced together to their six leading principal components.
 */
export function careerSeriesOf(table: WorkTable): CareerSeries {
  const style = styleSpaceOf(table);
  const place = new Map([...style.rows].map((row, i) => [row, i]));
  const order = calendarOf(table).order.filter((row) => place.has(row));
  const traits = standardiseColumns(table.traits.data, table.traits.dim);
  const traitScale = 1 / Math.sqrt(table.traits.dim);
  const styleScale = 1 / Math.max(rootMeanSquare(style.points, style.rows.length), 1e-9);
  const width = table.traits.dim + style.dim;
  const combined = new Float32Array(order.length * width);
  order.forEach((row, i) => {
    const own = traits.subarray(row * table.traits.dim, (row + 1) * table.traits.dim);
    combined.set(
      own.map((value) => value * traitScale),
      i * width,
    );
    const vector = gatherRows(style.points, style.dim, [place.get(row) ?? 0]);
    combined.set(
      vector.map((value) => value * styleScale),
      i * width + table.traits.dim,
    );
  });
  const { scores, components } = principalComponents(combined, width, COMPONENTS);
  return { order, points: scores, dim: components };
}

/** Root of the mean squared length of centred points. */
function rootMeanSquare(points: Float32Array, count: number): number {
  let sum = 0;
  for (const value of points) sum += value * value;
  return Math.sqrt(sum / Math.max(1, count));
}
