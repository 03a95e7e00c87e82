import { AXES } from '../../../contract';
import { axisScaleOf } from '../../kernel/axis-similarity';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import { remember } from '../../kernel/remember';
import { dotRows, hasVector, meanOfRows } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { AXIS_SHARES, type Axis } from '../closeness';
import type { WeighedRow } from './recency';

/** A direction on each axis: the further a work lies along it, the more it is to one's taste. */
export type TasteVector = Record<Axis, Float32Array>;

/** How much of what a taste is held against is what was turned down, where anything was; the rest is the library. */
const PASSED_SHARE = 0.4;
const MOST_OF_LIBRARY = 5000;

/** Rows that have vectors. */
export const measuredRowsOf = remember(({ ids, style }: WorkTable) =>
  Uint32Array.from(ids.keys()).filter((row) => hasVector(style.data, style.dim, row)),
);

/** Rows that stand for the library: all, or 5,000 evenly spaced ones. */
export const sampleOf = remember((table: WorkTable): Uint32Array => {
  const rows = measuredRowsOf(table);
  return evenlySpaced(rows.length, MOST_OF_LIBRARY).map((at) => rows[at]!);
});

const libraryMeanOf = remember(
  (table: WorkTable) =>
    Object.fromEntries(
      AXES.map((axis) => [axis, meanOfRows(table[axis].data, table[axis].dim, sampleOf(table))]),
    ) as Record<Axis, Float64Array>,
);

/** The mean of works by their weights, axis by axis; zeros for none. */
export function meanVector(table: WorkTable, rows: readonly WeighedRow[]): TasteVector {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const along = (axis: Axis): Float32Array => {
    const { data, dim } = table[axis];
    const mean = new Float64Array(dim);
    for (const { row, weight } of rows)
      for (let i = 0, p = row * dim; i < dim; i++, p++) mean[i]! += (weight / total) * data[p]!;
    return Float32Array.from(mean);
  };
  return { style: along('style'), subject: along('subject'), palette: along('palette') };
}

/**
 * The mean of what is liked less the mean of what it is chosen from, axis by axis: Rocchio, Relevance feedback in information
 * retrieval, 1971, with the library and what was turned down as the works that are not wanted.
 */
export function tasteVector(
  table: WorkTable,
  liked: readonly WeighedRow[],
  passed: readonly WeighedRow[],
): TasteVector {
  const share = passed.length > 0 ? PASSED_SHARE : 0;
  const [wanted, unwanted] = [meanVector(table, liked), meanVector(table, passed)];
  const library = libraryMeanOf(table);
  const along = (axis: Axis): Float32Array =>
    wanted[axis].map(
      (value, i) => value - share * unwanted[axis][i]! - (1 - share) * library[axis][i]!,
    );
  return { style: along('style'), subject: along('subject'), palette: along('palette') };
}

/** How much a work is to one's taste; only the order of such values means anything. */
export function tasteOf(table: WorkTable, vector: TasteVector, row: number): number {
  return AXES.reduce((sum, axis) => {
    const { data, dim } = table[axis];
    return sum + axisWeight(table, axis) * dotRows(data, row, vector[axis], 0, dim);
  }, 0);
}

/** How alike two works are to a taste: what one adds to the value of the other by being liked. */
export function pull(table: WorkTable, a: number, b: number): number {
  return AXES.reduce((sum, axis) => {
    const { data, dim } = table[axis];
    return sum + axisWeight(table, axis) * dotRows(data, a, data, b, dim);
  }, 0);
}

/** Cosines of different axes lie in different ranges; each is stretched to the range it has in this library. */
function axisWeight(table: WorkTable, axis: Axis): number {
  return AXIS_SHARES[axis] / (1 - axisScaleOf(table[axis]).floor);
}
