import type { ArtworkId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';

/** A work is called after a present file: when none has its name any more, it takes the first one's. */
export function followName({ artworks, files, search }: Catalogue, id: ArtworkId): void {
  const present = files.presentOf(id);
  const [first] = present;
  const { fileName } = artworks.get(id);
  if (!first || present.some(({ name }) => name === fileName)) return;
  artworks.rename(id, first.name);
  search.refresh([id]);
}
