import { quotaOf } from '../../kernel/quota';
import type { Candidate } from './candidates';
import type { StyleCaps } from './style-caps';

/** Parts candidates into those that their styles still have places for, in their order, and those of crowded styles. */
export function withinCaps(
  candidates: readonly Candidate[],
  { regionOf, mostOf }: StyleCaps,
): { within: Candidate[]; beyond: Candidate[] } {
  const takePlace = quotaOf(mostOf);
  const within: Candidate[] = [];
  const beyond: Candidate[] = [];
  for (const candidate of candidates)
    (takePlace(regionOf(candidate.row)) ? within : beyond).push(candidate);
  return { within, beyond };
}
