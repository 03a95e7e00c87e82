import { maximalMarginalRelevance } from '../../kernel/mmr';
import { quotaOf } from '../../kernel/quota';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import { withoutRepeats } from '../same-picture';
import type { Candidate } from './candidates';
import type { StyleCaps } from './style-caps';

const POOL = 200;
const SPARE = 3;

export interface FamiliarOptions {
  /** Works that somebody is drawn to, most wanted first. */
  best: readonly Candidate[];
  caps: StyleCaps;
  /** Whether the picture of a row needs no second rendering. */
  isKnown: (row: number) => boolean;
  limit: number;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
}

/**
 * The best of the 200 that the taste draws most, by maximal marginal relevance, no style crowding out the others among the
 * 200; second renderings of a picture, also of a known one, stay away. Up to three times as many as the list has places.
 */
export function familiarWorks(table: WorkTable, options: FamiliarOptions): Candidate[] {
  const { best, caps, isKnown, limit, surprise } = options;
  const pool = poolOf(best, caps, limit);
  const top = pool[0]?.affinity ?? 0;
  const bottom = pool.at(-1)?.affinity ?? 0;
  const chosen = maximalMarginalRelevance({
    relevance: pool.map(({ affinity }) => (affinity - bottom) / Math.max(top - bottom, 1e-9)),
    similarity: (i, j) => likeness(table, pool[i]!.row, pool[j]!.row),
    lambda: 0.9 - 0.5 * surprise,
    count: limit * SPARE,
    groups: {
      of: (i) => caps.regionOf(pool[i]!.row),
      most: (region) => caps.mostOf(region) * SPARE,
    },
  });
  const byRow = new Map(chosen.map((i) => [pool[i]!.row, pool[i]!]));
  return withoutRepeats(table, byRow.keys(), limit * SPARE, isKnown).map((row) => byRow.get(row)!);
}

function poolOf(best: readonly Candidate[], caps: StyleCaps, limit: number): Candidate[] {
  const pool: Candidate[] = [];
  const takePlace = quotaOf((region) => (POOL * caps.mostOf(region)) / limit);
  for (const candidate of best) {
    if (pool.length >= POOL) break;
    if (takePlace(caps.regionOf(candidate.row))) pool.push(candidate);
  }
  return pool;
}
