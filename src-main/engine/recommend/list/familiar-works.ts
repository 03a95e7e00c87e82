import { maximalMarginalRelevance } from '../../kernel/mmr';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import { withoutRepeats } from '../same-picture';
import type { Candidate } from './candidates';

const SPARE = 3;

/**
 * The best of the works that the taste draws most, by maximal marginal relevance; second renderings of a picture, also of a
 * `known` one, stay away.
 *
 * @param best most wanted first
 */
export function familiarWorks(
  table: WorkTable,
  best: readonly Candidate[],
  known: readonly number[],
  limit: number,
  surprise: number,
): Candidate[] {
  const pool = best.filter(({ affinity }) => affinity > 0);
  const top = pool[0]?.affinity ?? 0;
  const bottom = pool.at(-1)?.affinity ?? 0;
  const chosen = maximalMarginalRelevance({
    relevance: pool.map(({ affinity }) => (affinity - bottom) / Math.max(top - bottom, 1e-9)),
    similarity: (i, j) => likeness(table, pool[i]!.row, pool[j]!.row),
    lambda: 0.9 - 0.5 * surprise,
    count: limit * SPARE,
  });
  const byRow = new Map(chosen.map((i) => [pool[i]!.row, pool[i]!]));
  return withoutRepeats(table, byRow.keys(), known, limit).map((row) => byRow.get(row)!);
}
