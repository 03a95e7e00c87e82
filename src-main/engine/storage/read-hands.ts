import type { ArtworkId } from '../../contract';
import type { Catalogue } from './catalogue';
import { pause } from './yielding';

/** Read in some milliseconds. */
const AT_ONCE = 1000;

/** Whose hand made the works, where that is known. */
export async function readHands({ hands }: Catalogue): Promise<Map<ArtworkId, string>> {
  const known = new Map<ArtworkId, string>();
  for (let after = 0; ;) {
    const page = hands.knownAfter(after, AT_ONCE);
    for (const { artworkId, name } of page) known.set(artworkId, name);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return known;
    after = last.artworkId;
    await pause();
  }
}
