import { evenlySpaced } from '../../kernel/evenly-spaced';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import type { Candidate } from './candidates';

const POOL = 200;

/** Works least like everything liked and chosen, one after the other. */
export function surprisingWorks(
  table: WorkTable,
  far: readonly Candidate[],
  known: readonly number[],
  wanted: number,
): Candidate[] {
  const pool = [...evenlySpaced(far.length, POOL)].map((i) => far[i]!);
  const strange: Candidate[] = [];
  const nearest = pool.map(({ row }) => Math.max(0, ...known.map((k) => likeness(table, row, k))));
  while (strange.length < Math.min(wanted, pool.length)) {
    const least = nearest.indexOf(Math.min(...nearest));
    const chosen = pool[least]!;
    strange.push(chosen);
    pool.forEach(({ row }, i) => {
      nearest[i] = Math.max(nearest[i]!, likeness(table, row, chosen.row));
    });
    nearest[least] = Infinity;
  }
  return strange;
}
