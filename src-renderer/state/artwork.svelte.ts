import type { ArtworkDetail, ArtworkId, ArtworkStyle } from '../../src-main/contract';
import { untrack } from 'svelte';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { Resource } from './resource.svelte';

/** The work that is looked at: what is measured of it, and its style. */
class ArtworkState {
  readonly detail = new Resource<ArtworkDetail>();
  readonly style = new Resource<ArtworkStyle>();
  #id: ArtworkId | null = null;

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const stops = [
      on('style.learnt', () => void this.#loadStyle()),
      on('catalogue.changed', ({ ids }) => {
        if (this.#id !== null && (ids.length === 0 || ids.includes(this.#id)))
          void this.#loadDetail();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Shows a work. */
  async show(id: ArtworkId): Promise<void> {
    // Coming back to a work that could not be shown is asking again; the error itself is no reason to.
    if (this.#id === id && !untrack(() => this.detail.error)) return;
    this.#id = id;
    this.detail.set(null);
    this.style.set(null);
    await this.reload();
  }

  /** Asks anew for everything about the work, e.g. after an error. */
  async reload(): Promise<void> {
    await Promise.all([this.#loadDetail(), this.#loadStyle()]);
  }

  async #loadDetail(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    await this.detail.load(() => engine.request('artworks.get', { id }));
    if (this.detail.value?.card.id === id) cards.put(this.detail.value.card);
  }

  async #loadStyle(): Promise<void> {
    const id = this.#id;
    if (id !== null) await this.style.load(() => engine.request('style.of', { id }));
  }
}

export const artwork = new ArtworkState();
