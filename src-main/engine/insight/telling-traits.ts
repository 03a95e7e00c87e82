import { TRAIT_IDS, type Cluster, type TraitId } from '../../contract';
import { columnMoments } from '../kernel/column-moments';
import { remember } from '../kernel/remember';
import { meanOfRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

export type TellingTrait = Cluster['traits'][number];

/** Mean and standard deviation of every trait over the library. */
export const traitMomentsOf = remember((table: WorkTable) =>
  columnMoments(table.traits.data, table.traits.dim),
);

const NOTABLE = 0.4;
/** Pairs that say nearly the same of a work: together they would spend two words on one thing. */
const SYNONYMS: Partial<Record<TraitId, TraitId>> = {
  saturation: 'colourfulness',
  colourfulness: 'saturation',
};
const MOST = 4;

/**
 * The traits in which a group's mean differs most from another mean, in the library's standard deviations.
 *
 * @param group table rows of the group
 * @param reference rows it is compared with; the whole library when left out
 * @returns strongest first, at most four, each at least 0.4 deviations
 */
export function tellingTraits(
  table: WorkTable,
  group: ArrayLike<number>,
  reference?: ArrayLike<number>,
): TellingTrait[] {
  const { data, dim } = table.traits;
  const { mean, deviation } = traitMomentsOf(table);
  const own = meanOfRows(data, dim, group);
  const other = reference ? meanOfRows(data, dim, reference) : mean;
  return TRAIT_IDS.map((id, t) => ({
    id,
    z: deviation[t]! > 1e-9 ? (own[t]! - other[t]!) / deviation[t]! : 0,
  }))
    .filter(({ z }) => Math.abs(z) >= NOTABLE)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
    .filter(({ id }, place, all) => !all.slice(0, place).some((other) => other.id === SYNONYMS[id]))
    .slice(0, MOST);
}
