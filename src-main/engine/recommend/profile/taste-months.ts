import { TRAIT_IDS, type TasteMonth, type Traits } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';
import { leaningsFrom, likedOf, type DatedSignal } from './leanings';
import type { Surroundings } from './surroundings';

const COLOURS = 6;
const MOST_WORKS = 5;
const MOST_MONTHS = 36;

/** What was liked month by month, by what was said in that month alone; months without a like are left out. */
export function tasteMonths(
  table: WorkTable,
  signals: readonly DatedSignal[],
  { paletteOf }: Pick<Surroundings, 'paletteOf'>,
): TasteMonth[] {
  const byMonth = new Map<string, DatedSignal[]>();
  for (const signal of signals) {
    const month = signal.at.slice(0, 7);
    const known = byMonth.get(month);
    if (known) known.push(signal);
    else byMonth.set(month, [signal]);
  }
  const months = [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_MONTHS);
  return months.flatMap(([label, said]) => {
    const liked = likedOf(leaningsFrom(said)).flatMap(({ id, weight }) => {
      const row = table.rowOf.get(id);
      return row === undefined ? [] : [{ id, row, weight }];
    });
    if (liked.length === 0) return [];
    const rows = liked.map(({ row }) => row);
    return {
      start: `${label}-01`,
      label,
      count: liked.length,
      palette: paletteOf(rows, COLOURS).map(({ hex, share }) => ({ hex, share })),
      traits: traitMeans(table, liked),
      works: liked
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, MOST_WORKS)
        .map(({ id }) => id),
    };
  });
}

function traitMeans(
  { traits }: WorkTable,
  liked: readonly { row: number; weight: number }[],
): Traits {
  const total = liked.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (t: number) =>
    liked.reduce((sum, { row, weight }) => sum + weight * traits.data[row * traits.dim + t]!, 0) /
    total;
  return Object.fromEntries(TRAIT_IDS.map((id, t) => [id, mean(t)])) as Traits;
}
