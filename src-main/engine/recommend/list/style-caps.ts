import type { WorkTable } from '../../storage/work-table';
import type { Taste } from '../taste';
import { NO_REGION, styleRegionsOf, type StyleRegions } from './style-regions';

/** Up to so many liked works a list may consist of one style: a newcomer sees what was asked for. */
const FREE_LIKES = 3;
/** What every further one takes away from the places that one style may have. */
const STEP = 0.05;
/** A style may always have this share of the places: the first with the slider at familiar, the second at surprising. */
const LEAST = { familiar: 0.6, surprising: 0.3 };

/** How many places of a list one region of the style space may take. */
export interface StyleCaps {
  regionOf: (row: number) => number;
  mostOf: (region: number) => number;
  /** Whether no work of the region was ever liked. */
  isUnknown: (region: number) => boolean;
}

/**
 * The share of a list that one style may take: all of it up to three liked works, a twentieth less for every further one, down
 * to 60 % (slider at familiar) .. 30 % (at surprising). Of all likes and not of those of the style: else whoever has used up one
 * style would be shown nothing but the next.
 *
 * @param likes works that the taste is learnt from
 * @param surprise 0 familiar .. 1 surprising
 * @returns 0..1
 */
export function shareOfOneStyle(likes: number, surprise: number): number {
  const least = LEAST.familiar + surprise * (LEAST.surprising - LEAST.familiar);
  return Math.max(least, 1 - STEP * Math.max(0, likes - FREE_LIKES));
}

export function styleCaps(
  table: WorkTable,
  taste: Taste,
  { limit, surprise }: { limit: number; surprise: number },
): StyleCaps {
  const regions = styleRegionsOf(table);
  let known: ReadonlySet<number> | undefined;
  const isKnown = (region: number): boolean =>
    (known ??= regionsWith(table, taste.everLiked, regions)).has(region);
  const most = Math.ceil(limit * shareOfOneStyle(taste.liked.size, surprise));
  return {
    regionOf: regions.of,
    mostOf: (region) => (region === NO_REGION ? limit : most),
    isUnknown: (region) => region !== NO_REGION && !isKnown(region),
  };
}

/** Regions in which any of the works lies. Very many works may be named: looked at until there is none left to be found. */
function regionsWith(
  { rowOf }: WorkTable,
  ids: Iterable<number>,
  { of, count }: StyleRegions,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const id of ids) {
    if (found.size === count) break;
    const row = rowOf.get(id);
    const region = row === undefined ? NO_REGION : of(row);
    if (region !== NO_REGION) found.add(region);
  }
  return found;
}
