import { tick } from 'svelte';
import type { ArtworkId, BoardId, BriefId, Teacher } from '../../src-main/contract';
import { focusTraveller, onlyOneTravels } from '../lib/one-traveller';
import { viewTransition } from '../lib/view-transition';

export const VIEW_NAMES = [
  'gallery',
  'map',
  'portfolio',
  'suggestions',
  'boards',
  'settings',
] as const;
/** Transition name of the work that travels. */
const TRAVELLER = 'work';
/** The views of the rail. */
export type ViewName = (typeof VIEW_NAMES)[number];

/**
 * Where the user is. `among` are the works that 'previous' and 'next' go through; `from` says which of the
 * pictures of the work was opened, where the place before shows it more than once.
 */
export type Place =
  | { view: Exclude<ViewName, 'boards'> }
  | { view: 'boards'; board?: BoardId }
  | { view: 'review'; teacher?: Teacher; name?: string }
  | { view: 'hands'; id: ArtworkId }
  | { view: 'outside' }
  | { view: 'quality' }
  | { view: 'noted' }
  | { view: 'pairs'; board?: BoardId }
  | { view: 'ranking'; board?: BoardId }
  | { view: 'taste' }
  | { view: 'introduction' }
  | { view: 'proof' }
  | { view: 'briefs'; brief?: BriefId }
  | { view: 'sequence'; board?: BoardId; brief?: BriefId }
  | { view: 'next' }
  | { view: 'retire' }
  | { view: 'artwork'; id: ArtworkId; among: ArrayLike<ArtworkId>; from?: number };

/** The stack of places, and which work is on its way between two of them. */
class Navigation {
  #stack = $state.raw<readonly Place[]>([{ view: 'gallery' }]);
  #shared = $state<ArtworkId | null>(null);

  get current(): Place {
    return this.#stack.at(-1) ?? { view: 'gallery' };
  }
  get canGoBack(): boolean {
    return this.#stack.length > 1;
  }
  /** The entry of the rail that the present place belongs to. */
  get railView(): ViewName {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      // All others are passed through on the way from one of the rail.
      const view = VIEW_NAMES.find((name) => name === this.#stack[at]?.view);
      if (view) return view;
    }
    return 'gallery';
  }
  /** The work that grows from, or shrinks into, its place: whoever shows it gives it the transition name `work`. */
  get shared(): ArtworkId | null {
    return this.#shared;
  }

  /** Goes to a view of the rail; the way back starts anew. */
  go(place: Exclude<Place, { view: 'artwork' }>): void {
    this.#stack = [place];
  }

  /** Goes one level deeper; `back` returns. */
  push(place: Place): void {
    this.#stack = [...this.#stack, place];
  }

  /** Opens a work; it grows from where it is shown now. */
  async open(id: ArtworkId, among: ArrayLike<ArtworkId> = [id]): Promise<void> {
    await this.#travel(id, (from) => this.push({ view: 'artwork', id, among, from }));
  }

  /** Shows another work in the same place of the stack. */
  async replaceWork(id: ArtworkId): Promise<void> {
    const here = this.current;
    if (here.view !== 'artwork') return;
    this.#stack = [...this.#stack.slice(0, -1), { ...here, id }];
    await tick();
  }

  async back(): Promise<void> {
    if (!this.canGoBack) return;
    const here = this.current;
    const leave = (): void => void (this.#stack = this.#stack.slice(0, -1));
    if (here.view === 'artwork') await this.#travel(here.id, leave, here.from);
    else leave();
  }

  /** @param backTo which picture of the work to go back to; undefined when going deeper */
  async #travel(id: ArtworkId, change: (from: number) => void, backTo?: number): Promise<void> {
    this.#shared = id;
    await tick();
    const from = onlyOneTravels(TRAVELLER);
    await viewTransition(async () => {
      change(from);
      await tick();
      onlyOneTravels(TRAVELLER, backTo);
      if (backTo !== undefined) focusTraveller(TRAVELLER);
    });
    if (this.#shared === id) this.#shared = null;
  }
}

export const navigation = new Navigation();
