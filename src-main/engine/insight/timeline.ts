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
  const place = placesOf(table);
  return [...groups].map(([start, { label, rows }]) => ({
    start,
    label,
    count: rows.length,
    palette: mergedPalette(table, rows, COLOURS).map(({ hex, share }) => ({ hex, share })),
    traits: traitMeans(table, rows),
    works: representatives(table, place, rows).map((row) => table.ids[row] ?? 0),
  }));
});

function traitMeans(table: WorkTable, rows: readonly number[]): Traits {
  const means = meanOfRows(table.traits.data, table.traits.dim, rows);
  return Object.fromEntries(TRAIT_IDS.map((id, t) => [id, means[t] ?? 0])) as Traits;
}

/** Where each table row's point stands in the style space; -1 for a work without a style vector. */
function placesOf(table: WorkTable): Int32Array {
  const places = new Int32Array(table.ids.length).fill(-1);
  styleSpaceOf(table).rows.forEach((row, i) => (places[row] = i));
  return places;
}

/** Works nearest to the centre of their period in style; those without a style vector come last. */
function representatives(table: WorkTable, place: Int32Array, rows: readonly number[]): number[] {
  const { points, dim } = styleSpaceOf(table);
  const inside = rows.map((row) => place[row]!).filter((i) => i >= 0);
  const centre = Float32Array.from(meanOfRows(points, dim, inside));
  const distance = (row: number) => {
    const i = place[row]!;
    return i < 0 ? Infinity : squaredDistance(points, i, centre, 0, dim);
  };
  return rows
    .map((row) => ({ row, d: distance(row) }))
    .sort((a, b) => (a.d === b.d ? a.row - b.row : a.d - b.d))
    .slice(0, REPRESENTATIVES)
    .map(({ row }) => row);
}
