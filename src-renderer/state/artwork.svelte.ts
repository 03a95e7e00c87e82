import type {
  ArtworkDetail,
  ArtworkId,
  ArtworkStyle,
  AxisWeights,
  SimilarHit,
} from '../../src-main/contract';
import { untrack } from 'svelte';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { Resource } from './resource.svelte';

const SIMILAR_SHOWN = 12;
const SLIDER_PAUSE_MS = 90;

/** The work that is looked at: what is measured of it, its style, and what resembles it. */
class ArtworkState {
  readonly detail = new Resource<ArtworkDetail>();
  readonly style = new Resource<ArtworkStyle>();
  readonly similar = new Resource<SimilarHit[]>();
  #id: ArtworkId | null = null;
  #weights = $state.raw<AxisWeights>({ style: 1, subject: 0.4, palette: 0.4 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  get weights(): AxisWeights {
    return this.#weights;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const stops = [
      on('style.learnt', () => void this.#loadStyle()),
      on('catalogue.changed', ({ ids }) => {
        if (this.#id !== null && (ids.length === 0 || ids.includes(this.#id)))
          void this.#loadDetail();
        // Another model may be in use: what is similar is different too.
        if (ids.length === 0) void this.#loadSimilar();
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
    this.similar.set(null);
    await this.reload();
  }

  /** Asks anew for everything about the work, e.g. after an error. */
  async reload(): Promise<void> {
    await Promise.all([this.#loadDetail(), this.#loadStyle(), this.#loadSimilar()]);
  }

  /** How much each axis counts for 'similar'; at least one stays above 0. */
  weigh(change: Partial<AxisWeights>): void {
    const next = { ...this.#weights, ...change };
    if (next.style + next.subject + next.palette <= 0) return;
    this.#weights = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#loadSimilar(), SLIDER_PAUSE_MS);
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

  async #loadSimilar(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const input = { id, weights: this.#weights, limit: SIMILAR_SHOWN };
    await this.similar.load(() => engine.request('artworks.similar', input));
  }
}

export const artwork = new ArtworkState();
