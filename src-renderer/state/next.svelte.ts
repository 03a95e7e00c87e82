import type { NextAnswer } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { Resource } from './resource.svelte';

const CHANGES_PAUSE_MS = 800;

/** Where the active profile could go next. */
class NextState {
  readonly answer = new Resource<NextAnswer>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Loads and follows what is learnt for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const soon = (): void => this.#loadSoon();
    const stops = [on('suggestions.changed', soon), on('catalogue.changed', soon)];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    await this.answer.load(() => engine.request('next.directions', undefined));
    const { directions } = this.answer.value ?? { directions: [] };
    cards.need(directions.flatMap(({ works, from }) => [...works, ...from]));
  }

  #loadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), CHANGES_PAUSE_MS);
  }
}

export const next = new NextState();
