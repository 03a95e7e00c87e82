import { TRAIT_IDS, type Period, type Traits } from '../../contract';
import { remember } from '../kernel/remember';
import { squaredDistance } from '../kernel/squared-distance';
import { meanOfRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { calendarOf, periodOf } from './calendar';
import { mergedPalette } from './merged-palette';
import { styleSpaceOf } from './style-space';

const REPRESENTATIVES = 5;
const COLOURS = 6;

/**
 * A body of work over time: for every month, year or decade that has dated works, their palette, the means of their
 * traits and the works nearest to the period's own centre. Periods without works are left out. Remembered.
 */
export const timelineOf = remember((table: WorkTable): Period[] => {
  const { unit, order } = calendarOf(table);
  const groups = new Map<string, { label: string; rows: number[] }>();
  for (const row of order) {
    const { start, label } = periodOf(table.dates.at(row)!, unit);
    const group = groups.get(start);
    if (group) group.rows.push(row);
    else groups.set(start, { label, rows: [row] });
  }
  return [...groups].map(([start, { label, rows }]) => ({
    start,
    label,
    count: rows.length,
    palette: mergedPalette(table, rows, COLOURS).map(({ hex, share }) => ({ hex, share })),
    traits: traitMeans(table, rows),
    works: representatives(table, rows).map((row) => table.ids[row] ?? 0),
  }));
});

function traitMeans(table: WorkTable, rows: readonly number[]): Traits {
  const means = meanOfRows(table.traits.data, table.traits.dim, rows);
  return Object.fromEntries(TRAIT_IDS.map((id, t) => [id, means[t] ?? 0])) as Traits;
}

/** Works nearest to the centre of their period in style; those without a style vector come last. */
function representatives(table: WorkTable, rows: readonly number[]): number[] {
  const { rows: measured, points, dim } = styleSpaceOf(table);
  const place = new Map([...measured].map((row, i) => [row, i]));
  const inside = rows.flatMap((row) => place.get(row) ?? []);
  const centre = Float32Array.from(meanOfRows(points, dim, inside));
  const distance = (row: number) => {
    const i = place.get(row);
    return i === undefined ? Infinity : squaredDistance(points, i, centre, 0, dim);
  };
  return rows
    .map((row) => ({ row, d: distance(row) }))
    .sort((a, b) => (a.d === b.d ? a.row - b.row : a.d - b.d))
    .slice(0, REPRESENTATIVES)
    .map(({ row }) => row);
}
