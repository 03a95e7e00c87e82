import { untrack } from 'svelte';
import type { ArtworkId, AxisWeights, SimilarHit } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { axisWeights } from './axis-weights.svelte';
import { Resource } from './resource.svelte';

const SHOWN = 12;

/** The works most like one work of the library, wherever they are shown: beside it, or beside the map. */
class SimilarState {
  readonly hits = new Resource<SimilarHit[]>();
  #id: ArtworkId | null = null;
  #asked: AxisWeights | null = null;

  get weights(): AxisWeights {
    return axisWeights.current;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    // Another model may be in use: what is similar is different too.
    return on('catalogue.changed', ({ ids }) => {
      if (ids.length === 0) void this.reload();
    });
  }

  /** Looks for works like this one, unless that is what is shown. */
  show(id: ArtworkId): void {
    const isShown =
      this.#id === id && untrack(() => this.#asked === axisWeights.current && !this.hits.error);
    if (isShown) return;
    if (this.#id !== id) this.hits.set(null);
    this.#id = id;
    void this.reload();
  }

  weigh(change: Partial<AxisWeights>): void {
    axisWeights.weigh(change, () => void this.reload());
  }

  async reload(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const weights = (this.#asked = untrack(() => axisWeights.current));
    await this.hits.load(() => engine.request('artworks.similar', { id, weights, limit: SHOWN }));
  }
}

export const similar = new SimilarState();
