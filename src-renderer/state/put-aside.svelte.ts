import { SvelteMap } from 'svelte/reactivity';
import { MOST_WITHOUT, type ArtworkId, type ProfileId } from '../../src-main/contract';

type List = readonly ArtworkId[];

/**
 * Lists of suggestions that a profile put aside for others, the latest last. None of their works is suggested again for as
 * long as the window is open, unless somebody goes back.
 */
export class PutAside {
  readonly #lists = new SvelteMap<ProfileId | undefined, readonly List[]>();

  /** How many lists a profile put aside. */
  count(profileId: ProfileId | undefined): number {
    return this.#of(profileId).length;
  }

  /** The works of all of them; of very many the latest. */
  works(profileId: ProfileId | undefined): ArtworkId[] {
    return this.#of(profileId).flat().slice(-MOST_WITHOUT);
  }

  put(profileId: ProfileId | undefined, list: List): void {
    this.#lists.set(profileId, [...this.#of(profileId), list]);
  }

  /** Takes the latest back. */
  takeBack(profileId: ProfileId | undefined): void {
    this.#lists.set(profileId, this.#of(profileId).slice(0, -1));
  }

  clear(profileId: ProfileId | undefined): void {
    this.#lists.set(profileId, []);
  }

  #of(profileId: ProfileId | undefined): readonly List[] {
    return this.#lists.get(profileId) ?? [];
  }
}
