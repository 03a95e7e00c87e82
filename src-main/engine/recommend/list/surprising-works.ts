import { evenlySpaced } from '../../kernel/evenly-spaced';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import type { Candidate } from './candidates';

const POOL = 200;
/** From here on a work is not unlike another one: half-way from the least alike pairs of the library to the same picture. */
const NEAR = 0.5;

export interface Familiar {
  /** Table rows of what is liked: what is shown as unlike it must be. */
  liked: readonly number[];
  /** Table rows of what the list shows already. */
  shown: readonly number[];
}

/** Works least like everything liked and chosen, one after the other; fewer than wanted where there are not so many unlike it. */
export function surprisingWorks(
  table: WorkTable,
  far: readonly Candidate[],
  { liked, shown }: Familiar,
  wanted: number,
): Candidate[] {
  if (wanted <= 0) return [];
  const nearestOf = (row: number, others: readonly number[]) =>
    others.reduce((most, other) => Math.max(most, likeness(table, row, other)), 0);
  const pool = [...evenlySpaced(far.length, POOL)].flatMap((i) => {
    const candidate = far[i]!;
    const nearest = nearestOf(candidate.row, liked);
    return nearest < NEAR
      ? [{ candidate, nearest: Math.max(nearest, nearestOf(candidate.row, shown)) }]
      : [];
  });
  const strange: Candidate[] = [];
  while (strange.length < Math.min(wanted, pool.length)) {
    const least = pool.reduce((best, next) => (next.nearest < best.nearest ? next : best));
    strange.push(least.candidate);
    for (const other of pool)
      other.nearest = Math.max(
        other.nearest,
        likeness(table, other.candidate.row, least.candidate.row),
      );
    least.nearest = Infinity;
  }
  return strange;
}
