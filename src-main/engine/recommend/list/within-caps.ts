import type { Candidate } from './candidates';
import type { StyleCaps } from './style-caps';

/** Parts candidates into those that their styles still have places for, in their order, and those of crowded styles. */
export function withinCaps(
  candidates: readonly Candidate[],
  { regionOf, mostOf }: StyleCaps,
): { within: Candidate[]; beyond: Candidate[] } {
  const taken = new Map<number, number>();
  const within: Candidate[] = [];
  const beyond: Candidate[] = [];
  for (const candidate of candidates) {
    const region = regionOf(candidate.row);
    const before = taken.get(region) ?? 0;
    if (before >= mostOf(region)) beyond.push(candidate);
    else {
      taken.set(region, before + 1);
      within.push(candidate);
    }
  }
  return { within, beyond };
}
