import { MAX_IDS, type ArtworkId } from '../../src-main/contract';
import { engine, shell } from '../bridge';
import { chunks } from '../lib/chunks';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';

/** What can be done to works from any view. A change shows at once; if the engine refuses, the truth is fetched. */
class Works {
  async rate(ids: readonly ArtworkId[], rating: number): Promise<void> {
    cards.change(ids, { rating });
    await this.#each(ids, (page) => engine.request('artworks.rate', { ids: page, rating }));
  }

  async favourite(ids: readonly ArtworkId[], favourite: boolean): Promise<void> {
    cards.change(ids, { favourite });
    await this.#each(ids, (page) => engine.request('artworks.favourite', { ids: page, favourite }));
  }

  /** Marks all as favourites, or none if all are already. */
  async toggleFavourite(ids: readonly ArtworkId[]): Promise<void> {
    const all = ids.every((id) => cards.get(id)?.favourite === true);
    await this.favourite(ids, !all);
  }

  async reveal(id: ArtworkId): Promise<void> {
    await notices.attempt(() => shell('shell.revealArtwork', { id }));
  }

  async #each(
    ids: readonly ArtworkId[],
    act: (page: ArtworkId[]) => Promise<unknown>,
  ): Promise<void> {
    const done = await notices.attempt(async () => {
      for (const page of chunks(ids, MAX_IDS)) await act(page);
      return true;
    });
    if (!done) cards.refresh(ids);
  }
}

export const works = new Works();

/** Copies a text and says so. */
export async function copyText(text: string): Promise<void> {
  const done = await notices.attempt(async () => {
    await shell('shell.copyText', { text });
    return true;
  });
  if (done) notices.say({ kind: 'copied', text });
}
