import type { BoardId, NextPair, Pair, PairAnswer, PairRanking } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { profiles } from './profiles.svelte';
import { Resource } from './resource.svelte';

/** Two works side by side, one of which is chosen; and what the choices say. */
class PairsState {
  readonly next = new Resource<NextPair>();
  readonly ranking = new Resource<PairRanking>();
  #board: BoardId | undefined;
  #pair = $state.raw<Pair | null>(null);
  #isAnswering = $state(false);

  /** The two that are asked about. */
  get pair(): Pair | null {
    return this.#pair;
  }

  /**
   * Asks about the works of a board, or about a cross-section of the library, and follows the profile for as long as it is
   * shown. @returns the function that stops
   */
  open(board: BoardId | undefined): () => void {
    this.#board = board;
    this.#begin();
    return profiles.follow(() => this.#begin());
  }

  async load(): Promise<void> {
    const input = this.#input();
    const next = await this.next.load(() => engine.request('pairs.next', input));
    if (next) this.#show(next.pair);
    // What was answered already is not asked again; the view says the error.
    else if (this.next.error) this.#pair = null;
  }

  /** One answer, then the next pair. Keys that come while it is on its way are passed over. */
  async answer(answer: PairAnswer): Promise<void> {
    const pair = this.#pair;
    if (!pair || this.#isAnswering) return;
    this.#isAnswering = true;
    const done = await notices.attempt(async () => {
      await engine.request('pairs.answer', { ...pair, answer });
      return true;
    });
    if (done) await this.load();
    this.#isAnswering = false;
  }

  /** Takes the last answer back and asks it again. */
  async undo(): Promise<void> {
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    const who = profiles.active?.id;
    const pair = await notices.attempt(() => engine.request('pairs.undo', undefined));
    if (pair) {
      await this.load();
      if (who === profiles.active?.id) this.#show(pair);
    }
    this.#isAnswering = false;
  }

  /** Loads the ranking and follows it for as long as it is shown. @returns the function that stops */
  openRanking(board: BoardId | undefined): () => void {
    this.#board = board;
    this.#beginRanking();
    const stops = [
      profiles.follow(() => this.#beginRanking()),
      on('suggestions.changed', () => void this.loadRanking()),
      on('profiles.changed', () => void this.loadRanking()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async loadRanking(): Promise<void> {
    const input = this.#input();
    await this.ranking.load(() => engine.request('pairs.ranking', input));
    cards.need(this.ranking.value?.works.map(({ id }) => id) ?? []);
  }

  #beginRanking(): void {
    this.ranking.set(null);
    void this.loadRanking();
  }

  #begin(): void {
    this.#pair = null;
    this.next.set(null);
    void this.load();
  }

  #input(): { board?: BoardId } {
    return this.#board === undefined ? {} : { board: this.#board };
  }

  #show(pair: Pair | null): void {
    this.#pair = pair;
    if (pair) cards.need([pair.a, pair.b]);
  }
}

export const pairs = new PairsState();
