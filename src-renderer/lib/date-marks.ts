export interface DateMark {
  year: number;
  /** Place of the first work of that year in the present order. */
  at: number;
}

const MS_PER_DAY = 86_400_000;

/** The year of a day that is counted from 1970-01-01. */
export function yearOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** The month of a day as `YYYY-MM`. */
export function monthOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 7);
}

/**
 * Where each year begins in a list of days that is sorted by date, ascending or descending. Looks up one
 * place a year by bisection instead of reading all days.
 */
export function dateMarks(days: Int32Array): DateMark[] {
  const marks: DateMark[] = [];
  const descending = (days[0] ?? 0) > (days[days.length - 1] ?? 0);
  for (let at = 0; at < days.length;) {
    const year = yearOfDay(days[at] ?? 0);
    marks.push({ year, at });
    at = endOfYear(days, at, year, descending);
  }
  return marks;
}

function endOfYear(days: Int32Array, start: number, year: number, descending: boolean): number {
  const boundary = Date.UTC(descending ? year : year + 1, 0, 1) / MS_PER_DAY;
  const stays = (day: number): boolean => (descending ? day >= boundary : day < boundary);
  let low = start + 1;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stays(days[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
