import type { ArtworkId, EvidenceMap, EvidenceProgress } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { Resource } from './resource.svelte';

/** Where in the work that is looked at the evidence for its style lies. */
class Evidence {
  readonly map = new Resource<EvidenceMap>();
  #id: ArtworkId | null = null;
  #progress = $state.raw<EvidenceProgress | null>(null);

  /** How far the map under way is. */
  get progress(): EvidenceProgress | null {
    return this.#progress;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const stops = [
      on('evidence.progress', (progress) => {
        if (progress.id === this.#id) this.#progress = progress;
      }),
      on('style.learnt', () => void this.#load()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Has the map of a work made. @returns the function that says that nobody looks at it any more */
  show(id: ArtworkId): () => void {
    this.#id = id;
    this.map.set(null);
    void this.#load();
    return () => this.#leave(id);
  }

  async #load(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    this.#progress = null;
    await this.map.load(() => engine.request('evidence.of', { id }));
  }

  #leave(id: ArtworkId): void {
    if (this.#id !== id) return;
    this.#id = null;
    this.map.set(null);
    engine.request('evidence.leave', undefined).catch(() => undefined);
  }
}

export const evidence = new Evidence();
