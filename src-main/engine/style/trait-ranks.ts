import { TRAIT_IDS, type SimilarHit, type StyleAnswer } from '../../contract';
import { ranksOf } from '../kernel/column-ranks';
import { extremeColumns, sharedColumn } from '../kernel/telling-ranks';
import type { WorkTable } from '../storage/work-table';

const STRIKING = 30;
const MOST = 4;

/**
 * The trait in which two works agree most and tellingly, from their library percentiles, with the one of the two nearer
 * to the middle; null where there is none.
 */
export function sharedTraitOf(a: Float32Array, b: Float32Array): SimilarHit['sharedTrait'] {
  const column = sharedColumn(a, b);
  const id = TRAIT_IDS[column];
  if (!id) return null;
  const [one = 50, other = 50] = [a[column], b[column]];
  return { id, percentile: Math.abs(one - 50) < Math.abs(other - 50) ? one : other };
}

/** What sets a work apart from the library: its most extreme percentiles, strongest first, at most four. */
export function distinctiveTraits({ traits }: WorkTable, row: number): StyleAnswer['traits'] {
  const ranks = ranksOf(traits).at(row);
  return extremeColumns(ranks, STRIKING)
    .slice(0, MOST)
    .flatMap((column) => {
      const id = TRAIT_IDS[column];
      return id ? [{ id, percentile: ranks[column] ?? 50 }] : [];
    });
}
