import { SvelteMap } from 'svelte/reactivity';
import type { ProfileId, Signal, SignalFilter } from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { toggled } from '../lib/toggled';
import { attention } from './attention.svelte';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';

const PAGE = 100;
const CHANGES_PAUSE_MS = 300;

/** Every single thing that was noted of what people did: shown page by page, exported, deleted. */
class Noted {
  #filter = $state.raw<SignalFilter>({});
  #total = $state<number | null>(null);
  #pages = new SvelteMap<number, readonly Signal[]>();
  #asked = new Set<number>();
  #chosen = $state.raw<ReadonlySet<number>>(new Set());
  /** Answers to an earlier question no longer count. */
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get filter(): SignalFilter {
    return this.#filter;
  }
  /** Null until it is known. */
  get total(): number | null {
    return this.#total;
  }
  get isFiltered(): boolean {
    return Object.values(this.#filter).some((value) => value !== undefined);
  }
  /** Ids of signals. */
  get chosen(): ReadonlySet<number> {
    return this.#chosen;
  }

  /** Loads, and follows for as long as it is shown. @returns the function that stops */
  open(): () => void {
    // What was looked at just now is to be seen here too.
    void attention.settle().then(() => this.#ask());
    const stop = on('suggestions.changed', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), CHANGES_PAUSE_MS);
    });
    return () => {
      stop();
      clearTimeout(this.#timer);
      this.#chosen = new Set();
    };
  }

  /** @param place 0 is the newest */
  at(place: number): Signal | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /** Says which places are on screen. */
  need(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++)
      void this.#load(page);
  }

  show(change: Partial<SignalFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#chosen = new Set();
    this.#ask();
  }

  /** Shows all of a profile, or everything. */
  showAll(profileId?: ProfileId): void {
    this.show({ kind: undefined, session: undefined, profileId });
  }

  choose(id: number): void {
    this.#chosen = toggled(this.#chosen, id);
  }

  /** Deletes for good. */
  async removeChosen(): Promise<void> {
    const ids = [...this.#chosen];
    this.#chosen = new Set();
    await notices.attempt(() => engine.request('signals.remove', { ids }));
    this.#ask();
  }

  async removeOne(id: number): Promise<void> {
    await notices.attempt(() => engine.request('signals.remove', { ids: [id] }));
    this.#chosen = new Set([...this.#chosen].filter((other) => other !== id));
    this.#ask();
  }

  /** Deletes for good all that the filter shows. */
  async removeAll(): Promise<void> {
    this.#chosen = new Set();
    await notices.attempt(() => engine.request('signals.clear', this.#filter));
    this.#ask();
  }

  async export(format: 'csv' | 'json'): Promise<void> {
    const saved = await notices.attempt(async () => {
      const input = { ...this.#filter, format };
      const { content } = await engine.request('signals.export', input);
      return shell('shell.saveFile', {
        suggestedName: `oeuvre-notes.${format}`,
        kind: format,
        content,
      });
    });
    if (saved) notices.say({ kind: 'saved', path: saved.path });
  }

  #ask(): void {
    this.#question++;
    this.#asked.clear();
    void this.#load(0, true);
  }

  async #load(page: number, anew = false): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const question = this.#question;
    const input = { ...this.#filter, offset: page * PAGE, limit: PAGE };
    const answer = await notices.attempt(() => engine.request('signals.list', input));
    if (question !== this.#question) return;
    if (!answer) return void this.#asked.delete(page);
    if (anew) for (const known of [...this.#pages.keys()]) this.#pages.delete(known);
    this.#pages.set(page, answer.signals);
    this.#total = answer.total;
    cards.need(
      answer.signals.flatMap(({ artworkId, otherId }) =>
        otherId === null ? [artworkId] : [artworkId, otherId],
      ),
    );
  }
}

export const noted = new Noted();
