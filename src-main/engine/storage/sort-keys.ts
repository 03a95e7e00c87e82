const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date, by its calendar day. */
export function dayOf(date: string): number {
  const ms = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? 0 : Math.round(ms / MS_PER_DAY);
}

/**
 * A key under which names sort as people expect: regardless of case, and numbers by their value, so that
 * `study 9` comes before `Study 10`.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'));
}
