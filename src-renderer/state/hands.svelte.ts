import type { ArtworkId, HandsAnswer, LearntStyles } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** Whose hand works are by: what the user says, what was learnt from it, and whose hand the present work looks like. */
class HandsState {
  readonly learnt = new Resource<LearntStyles>();
  readonly answer = new Resource<HandsAnswer>();
  #id: ArtworkId | null = null;

  get names(): string[] {
    return (this.learnt.value?.labels ?? []).map(({ label }) => label);
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.#loadLearnt();
    return on('hands.learnt', (learnt) => {
      this.learnt.set(learnt);
      void this.reload();
    });
  }

  /** Asks again if what was learnt could not be had. */
  async recover(): Promise<void> {
    if (this.learnt.error) await this.#loadLearnt();
  }

  /** Asks whose hand a work looks like. */
  async show(id: ArtworkId): Promise<void> {
    if (this.#id === id) return;
    this.#id = id;
    this.answer.set(null);
    await this.reload();
  }

  async reload(): Promise<void> {
    const id = this.#id;
    if (id !== null) await this.answer.load(() => engine.request('hands.of', { id }));
  }

  /** Says who made works; null takes it back. @returns whether it was kept */
  async name(ids: readonly ArtworkId[], name: string | null): Promise<boolean> {
    const learnt = await notices.attempt(() =>
      engine.request('hands.name', { ids: [...ids], name }),
    );
    cards.refresh(ids);
    if (learnt) this.learnt.set(learnt);
    await this.reload();
    return learnt !== undefined;
  }

  async #loadLearnt(): Promise<void> {
    await this.learnt.load(() => engine.request('hands.learnt', undefined));
  }
}

export const hands = new HandsState();
