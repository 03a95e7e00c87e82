import { TRAIT_BANDS, TRAIT_IDS, type TraitBand, type TraitReading } from '../../contract';
import { ranksOf } from '../kernel/column-ranks';
import type { WorkTable } from '../storage/work-table';

/** Percentiles at which one band ends and the next begins. */
const BAND_ENDS = [10, 30, 70, 90] as const;

function bandOf(percentile: number): TraitBand {
  const index = BAND_ENDS.findIndex((end) => percentile < end);
  return TRAIT_BANDS[index === -1 ? TRAIT_BANDS.length - 1 : index] ?? 'middle';
}

/**
 * Where a work stands in its library, trait by trait.
 *
 * @returns one reading for every trait, or none for a work that is not in the table
 */
export function traitReadings(table: WorkTable, id: number): TraitReading[] {
  const row = table.rowOf.get(id);
  if (row === undefined) return [];
  const offset = row * table.traits.dim;
  const ranks = ranksOf(table.traits).at(row);
  return TRAIT_IDS.map((trait, t) => {
    const percentile = ranks[t] ?? 50;
    return {
      id: trait,
      value: table.traits.data[offset + t] ?? 0,
      percentile,
      band: bandOf(percentile),
    };
  });
}
