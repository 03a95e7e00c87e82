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
  const pool = [...evenlySpaced(far.length, POOL)].flatMap((i) => {
    const candidate = far[i]!;
    const nearest = nearestBelow(NEAR, table, candidate.row, liked);
    if (nearest === null) return [];
    return [{ candidate, nearest: shown.reduce(nearerTo(table, candidate.row), nearest) }];
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

const nearerTo =
  (table: WorkTable, row: number) =>
  (most: number, other: number): number =>
    Math.max(most, likeness(table, row, other));

/** How alike the nearest of the others is; null as soon as one is at least as alike as the border, as there may be thousands. */
function nearestBelow(
  border: number,
  table: WorkTable,
  row: number,
  others: readonly number[],
): number | null {
  let nearest = 0;
  for (const other of others) {
    nearest = Math.max(nearest, likeness(table, row, other));
    if (nearest >= border) return null;
  }
  return nearest;
}
