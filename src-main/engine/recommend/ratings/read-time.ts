import { z } from 'zod';

/** Seconds since 1970 from 1973 on, or milliseconds from 2001 on: shorter numbers may be anything, a spreadsheet's days too. */
const SINCE_1970 = /^(\d{9,10})(?:\.\d+)?$|^(\d{13})$/;
/** Spreadsheets divide with slashes and leave zeros out; only where the year comes first is it clear what is the month. */
const WRITTEN = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2})(:.+))?$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const calendarDate = z.iso.date();
const calendarTime = z.iso.datetime({ offset: true, local: true });

/**
 * Reads a point in time: ISO 8601 (`2025-03-01`, `2025-03-01T09:05:00+02:00`), the same with slashes or a blank as
 * spreadsheets write it (`2025/3/1 9:05`), or seconds or milliseconds since 1970. A date alone is its midnight in UTC, a time
 * without a zone is the computer's.
 *
 * @returns ISO 8601, UTC; null for what is no time, is on no calendar, or lies before 1900 or after 2100
 */
export function readTime(text: string): string | null {
  const date = sinceEpoch(text) ?? written(text);
  if (!date) return null;
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString() : null;
}

function sinceEpoch(text: string): Date | null {
  const [, seconds, milliseconds] = SINCE_1970.exec(text) ?? [];
  if (seconds !== undefined) return new Date(Number(text) * 1000);
  return milliseconds === undefined ? null : new Date(Number(milliseconds));
}

function written(text: string): Date | null {
  const [, year, month, day, hour, rest] = WRITTEN.exec(text) ?? [];
  if (year === undefined) return null;
  const two = (digits = ''): string => digits.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const whole = hour === undefined ? date : `${date}T${two(hour)}${rest}`;
  const isOnCalendar = (hour === undefined ? calendarDate : calendarTime).safeParse(whole).success;
  return isOnCalendar ? new Date(whole) : null;
}
