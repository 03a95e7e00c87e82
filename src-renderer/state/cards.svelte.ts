import { SvelteMap } from 'svelte/reactivity';
import type { ArtworkCard, ArtworkId } from '../../src-main/contract';
import { engine } from '../bridge';
import { chunks } from '../lib/chunks';

const PAGE = 200;
const KEPT = 5000;
const COLLECT_FOR_MS = 16;

/** Cards of the works that are, or were lately, on screen: asked for a page at a time, the oldest let go. */
class Cards {
  #cards = new SvelteMap<ArtworkId, ArtworkCard>();
  #usedAt = new Map<ArtworkId, number>();
  #clock = 0;
  #wanted = new Set<ArtworkId>();
  /** Works that an answer is awaited for, with the number of the latest question: an older answer is out of date. */
  #asked = new Map<ArtworkId, number>();
  #questions = 0;
  #isAskingSoon = false;

  get(id: ArtworkId): ArtworkCard | undefined {
    return this.#cards.get(id);
  }

  /** Says which works are on screen now. */
  need(ids: Iterable<ArtworkId>): void {
    this.#clock++;
    for (const id of ids) {
      this.#usedAt.set(id, this.#clock);
      if (!this.#cards.has(id) && !this.#asked.has(id)) this.#wanted.add(id);
    }
    this.#askSoon();
  }

  /** Shows a change before the engine has confirmed it; answers under way don't know of it and are passed over. */
  change(ids: Iterable<ArtworkId>, change: Partial<ArtworkCard>): void {
    for (const id of ids) {
      const card = this.#cards.get(id);
      if (!card) continue;
      this.#cards.set(id, { ...card, ...change });
      this.#asked.delete(id);
    }
  }

  put(card: ArtworkCard): void {
    this.#usedAt.set(card.id, this.#clock);
    this.#cards.set(card.id, card);
  }

  /** Asks again for works that changed; an empty list means any may have. */
  refresh(ids: readonly ArtworkId[]): void {
    const known = ids.length > 0 ? ids : [...this.#cards.keys(), ...this.#asked.keys()];
    for (const id of known) if (this.#cards.has(id) || this.#asked.has(id)) this.#wanted.add(id);
    this.#askSoon();
  }

  #askSoon(): void {
    if (this.#isAskingSoon || this.#wanted.size === 0) return;
    this.#isAskingSoon = true;
    setTimeout(() => void this.#ask(), COLLECT_FOR_MS);
  }

  async #ask(): Promise<void> {
    this.#isAskingSoon = false;
    const ids = [...this.#wanted];
    this.#wanted.clear();
    const question = ++this.#questions;
    for (const id of ids) this.#asked.set(id, question);
    await Promise.all([...chunks(ids, PAGE)].map((page) => this.#askPage(page, question)));
    this.#letGo();
  }

  async #askPage(ids: ArtworkId[], question: number): Promise<void> {
    const isLatest = (id: ArtworkId): boolean => this.#asked.get(id) === question;
    try {
      for (const card of await engine.request('gallery.cards', { ids }))
        if (isLatest(card.id)) this.#cards.set(card.id, card);
    } catch {
      // The engine is away for a moment; whoever still shows these works asks again.
    }
    for (const id of ids) if (isLatest(id)) this.#asked.delete(id);
  }

  #letGo(): void {
    if (this.#cards.size <= KEPT) return;
    const oldestFirst = [...this.#cards.keys()].sort(
      (one, other) => (this.#usedAt.get(one) ?? 0) - (this.#usedAt.get(other) ?? 0),
    );
    for (const id of oldestFirst.slice(0, this.#cards.size - KEPT)) {
      this.#cards.delete(id);
      this.#usedAt.delete(id);
    }
  }
}

export const cards = new Cards();
