import type { ArtworkId, Deed } from '../../contract';
import type { Taste } from './taste';

/** What was done with all of the works; 'drawn' where it was not the same. */
export function commonDeed({ deeds }: Taste, works: readonly ArtworkId[]): Deed {
  const all = new Set(works.map((id) => deeds.get(id) ?? 'drawn'));
  const [only] = all;
  return all.size === 1 && only ? only : 'drawn';
}
