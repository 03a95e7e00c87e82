import { remember } from '../kernel/remember';
import type { WorkTable } from '../storage/work-table';

export type CalendarUnit = 'month' | 'year' | 'decade';

export interface Calendar {
  unit: CalendarUnit;
  /** Rows with a usable date in the order of time, equal dates by id. */
  order: number[];
}

const MONTHS_UP_TO_YEARS = 2;
const YEARS_UP_TO = 40;
const ENOUGH_CERTAIN = 0.25;
const DATE = /^(\d{4})-(\d{2})/;

/**
 * The dated works of a library in order, and the unit that divides their span into a readable number of periods. Works of
 * which only the file's date is known are left out, as that is the day on which it was copied or scanned; only in a
 * library in which hardly any work says when it was made do they stand in for a time line.
 */
export const calendarOf = remember((table: WorkTable): Calendar => {
  const dates = Array.from(table.ids.keys(), (row) => table.dates.at(row) ?? '');
  const usable = [...dates.keys()].filter((row) => DATE.test(dates[row]!));
  const certain = usable.filter((row) => table.dated[row] === 1);
  const order = (certain.length >= usable.length * ENOUGH_CERTAIN ? certain : usable).sort(
    (a, b) => compare(dates[a]!, dates[b]!) || table.ids[a]! - table.ids[b]!,
  );
  const years = yearOf(dates, order.at(-1)) - yearOf(dates, order[0]);
  const unit = years < MONTHS_UP_TO_YEARS ? 'month' : years <= YEARS_UP_TO ? 'year' : 'decade';
  return { unit, order };
});

/** The period a date belongs to: its first day and its label, `2019-03`, `2019` or `2010s`. */
export function periodOf(date: string, unit: CalendarUnit): { start: string; label: string } {
  const year = date.slice(0, 4);
  if (unit === 'month') return { start: `${date.slice(0, 7)}-01`, label: date.slice(0, 7) };
  if (unit === 'year') return { start: `${year}-01-01`, label: year };
  return { start: `${year.slice(0, 3)}0-01-01`, label: `${year.slice(0, 3)}0s` };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function yearOf(dates: readonly string[], row: number | undefined): number {
  return row === undefined ? 0 : Number(dates[row]!.slice(0, 4));
}
