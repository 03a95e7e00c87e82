import type { ProfileId, TasteComparison, TasteProfile } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { library } from './library.svelte';
import { profiles } from './profiles.svelte';
import { Resource } from './resource.svelte';

const CHANGES_PAUSE_MS = 600;

/** What the profile in use likes, alone or beside another. */
class TasteState {
  readonly answer = new Resource<TasteProfile>();
  readonly comparison = new Resource<TasteComparison>();
  #other = $state<ProfileId | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The profile that the one in use is laid beside. */
  get other(): ProfileId | null {
    return this.#other;
  }

  /** Loads, and follows what is said of works for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const soon = (): void => this.#loadSoon();
    const stops = [
      on('suggestions.changed', soon),
      on('profiles.changed', soon),
      on('catalogue.changed', soon),
      profiles.follow(() => this.#begin()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    const a = profiles.active?.id;
    const b = this.#other;
    const isThere = profiles.all.some(({ id }) => id === b);
    if (a !== undefined && b !== null && isThere && a !== b) {
      await this.comparison.load(() => engine.request('taste.compare', { a, b }));
      return;
    }
    this.#other = null;
    this.comparison.set(null);
    await this.answer.load(() => engine.request('taste.of', {}));
  }

  /** Lays another profile beside the one in use; null takes it away. */
  compareWith(other: ProfileId | null): void {
    this.#other = other;
    this.comparison.set(null);
    void this.load();
  }

  /** Nothing of the profile before is shown to another. */
  #begin(): void {
    this.answer.set(null);
    this.comparison.set(null);
    void this.load();
  }

  #loadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (library.jobs.some(({ kind }) => kind === 'index')) this.#loadSoon();
      else void this.load();
    }, CHANGES_PAUSE_MS);
  }
}

export const taste = new TasteState();
