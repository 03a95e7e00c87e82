import type { Leaning } from './leanings';

/** A like of half a year ago counts half of one of today: tastes change over seasons, not over days. */
export const HALF_LIFE_DAYS = 180;
const DAY_MS = 86_400_000;
/** Of what is ten years old and older: a taste told of by old dates alone is one still. */
const LEAST_LEFT = 0.5 ** 20;

/** A leaning as much as it still counts. */
export interface WeighedRow {
  row: number;
  id: number;
  /** > 0, whether liked or turned down. */
  weight: number;
}

/** How much is left of what was said then: `0.5 ^ (age / half-life)`, never less than a millionth; 1 for what lies in the future. */
export function remaining(at: string, now: Date): number {
  const days = (now.getTime() - Date.parse(at)) / DAY_MS;
  if (!Number.isFinite(days)) return 1;
  return Math.max(LEAST_LEFT, 0.5 ** (Math.max(0, days) / HALF_LIFE_DAYS));
}

/** Leanings on works of the table, the older counting less. */
export function weighed(
  rowOf: ReadonlyMap<number, number>,
  leanings: readonly Leaning[],
  now: Date,
): WeighedRow[] {
  return leanings.flatMap(({ id, weight, at }) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [{ row, id, weight: Math.abs(weight) * remaining(at, now) }];
  });
}
