import type { ArtworkId } from '../../src-main/contract';
import { toggled } from '../lib/toggled';

/** Which works are chosen and which one has the focus; the same in every view, so a selection can be carried along. */
class Selection {
  #ids = $state.raw<ReadonlySet<ArtworkId>>(new Set());
  #focus = $state<ArtworkId | null>(null);
  #anchor: ArtworkId | null = null;

  get ids(): ReadonlySet<ArtworkId> {
    return this.#ids;
  }
  get size(): number {
    return this.#ids.size;
  }
  get focus(): ArtworkId | null {
    return this.#focus;
  }
  /** What an action works on: the selection, else the focused work. */
  get targets(): ArtworkId[] {
    if (this.#ids.size > 0) return [...this.#ids];
    return this.#focus === null ? [] : [this.#focus];
  }
  /** Where a range selection starts. */
  get anchor(): ArtworkId | null {
    return this.#anchor;
  }

  has(id: ArtworkId): boolean {
    return this.#ids.has(id);
  }

  focusOn(id: ArtworkId | null): void {
    this.#focus = id;
  }

  only(id: ArtworkId): void {
    this.#ids = new Set([id]);
    this.#focus = this.#anchor = id;
  }

  toggle(id: ArtworkId): void {
    this.#ids = toggled(this.#ids, id);
    this.#focus = this.#anchor = id;
  }

  /** Takes exactly these; the anchor stays, so that a range can be drawn anew from it. */
  set(ids: Iterable<ArtworkId>, focus?: ArtworkId): void {
    this.#ids = new Set(ids);
    if (focus !== undefined) this.#focus = focus;
  }

  /** Lets go of works that no longer exist. */
  keep(exists: (id: ArtworkId) => boolean): void {
    if (![...this.#ids].every(exists)) this.#ids = new Set([...this.#ids].filter(exists));
    if (this.#focus !== null && !exists(this.#focus)) this.#focus = null;
    if (this.#anchor !== null && !exists(this.#anchor)) this.#anchor = null;
  }

  clear(): void {
    this.#ids = new Set();
    this.#anchor = null;
  }
}

export const selection = new Selection();
