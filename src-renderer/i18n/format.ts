import { locale } from './locale.svelte';
import { m } from './messages/messages';

function tag(): string {
  return locale.current === 'zh' ? 'zh-CN' : 'en-GB';
}

/** A whole number with the language's separators. */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(tag()).format(value);
}

/** Alternatives as the language lists them: 'A, B or C'. */
export function formatAlternatives(words: readonly string[]): string {
  return new Intl.ListFormat(tag(), { type: 'disjunction' }).format(words);
}

/** @param share 0..1 */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** @param iso ISO 8601; only the part before `T` counts, so that no time zone moves the day */
export function formatDate(iso: string, style: 'day' | 'month' = 'day'): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  if (!year || !month) return iso;
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const options: Intl.DateTimeFormatOptions =
    style === 'day'
      ? { day: 'numeric', month: 'short', year: 'numeric' }
      : { month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(tag(), { ...options, timeZone: 'UTC' }).format(date);
}

/** @param iso ISO 8601 with its time zone; worded for the time zone of this computer */
export function formatMoment(iso: string): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** When a work was made; a file's own date would only be a guess, so without a date it says so. */
export function formatWorkDate(
  work: { date: string; dated: boolean },
  style: 'day' | 'month' = 'day',
): string {
  return work.dated ? formatDate(work.date, style) : m.app_undated();
}

/** @param seconds 0 or more; worded in the largest unit that says enough */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return m.app_seconds({ count: Math.max(1, Math.round(seconds)) });
  if (seconds < 3600) return m.app_minutes({ count: Math.round(seconds / 60) });
  return m.app_hours({
    hours: Math.floor(seconds / 3600),
    minutes: Math.round((seconds % 3600) / 60),
  });
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(tag(), { maximumFractionDigits: digits }).format(value);
  return `${number} ${UNITS[power] ?? 'B'}`;
}
