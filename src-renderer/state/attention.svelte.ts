import type { ArtworkId, NotedSignal } from '../../src-main/contract';
import { engine } from '../bridge';

/** What was looked at is told in one go after this time. */
const TELL_EVERY_MS = 5000;
/** Shorter looks are passing by. */
const LEAST_LOOK_MS = 1000;
/** Who has not moved anything for so long is not looking any more. */
const IDLE_AFTER_MS = 60_000;
const STIRS = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/**
 * Notes which works are looked at and for how long. Time counts only while the window has the focus and the user stirs.
 * The engine alone decides whether anything is kept: in a private session nothing is.
 */
class Attention {
  #told: NotedSignal[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looked: { id: ArtworkId; ms: number } | null = null;
  /** When the time that is not counted yet began; null while nobody looks. */
  #since: number | null = null;
  #stirred = 0;

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const focus = (): void => this.#begin();
    const blur = (): void => this.#pause();
    const hide = (): void => {
      this.#pause();
      void this.#tell();
    };
    const stir = (): void => this.#stir();
    window.addEventListener('focus', focus);
    window.addEventListener('blur', blur);
    window.addEventListener('pagehide', hide);
    for (const name of STIRS) window.addEventListener(name, stir, { passive: true, capture: true });
    return () => {
      window.removeEventListener('focus', focus);
      window.removeEventListener('blur', blur);
      window.removeEventListener('pagehide', hide);
      for (const name of STIRS) window.removeEventListener(name, stir, { capture: true });
      hide();
    };
  }

  /** A work is looked at from now on. @returns the function that ends it */
  look(id: ArtworkId): () => void {
    this.#end();
    this.#looked = { id, ms: 0 };
    this.#stirred = performance.now();
    this.note({ kind: 'opened', id });
    this.#begin();
    return () => {
      if (this.#looked?.id === id) this.#end();
    };
  }

  /** Notes something that was done with a work. */
  note(signal: NotedSignal): void {
    this.#told.push(signal);
    this.#timer ??= setTimeout(() => void this.#tell(), TELL_EVERY_MS);
  }

  /**
   * Tells at once what was noted until now. To be awaited before another profile is chosen or a private session begins or
   * ends: what was done before belongs to the time before.
   */
  async settle(): Promise<void> {
    const looked = this.#looked;
    this.#end();
    if (looked) this.#looked = { id: looked.id, ms: 0 };
    this.#begin();
    await this.#tell();
  }

  #begin(): void {
    if (this.#looked && document.hasFocus()) this.#since ??= performance.now();
  }

  #stir(): void {
    const now = performance.now();
    // The time since the last stir is over the limit: only the limit of it was looking.
    if (this.#since !== null && now - this.#stirred > IDLE_AFTER_MS) {
      this.#pause();
      this.#begin();
    }
    this.#stirred = now;
  }

  #pause(): void {
    if (this.#looked && this.#since !== null) {
      const until = Math.min(performance.now(), this.#stirred + IDLE_AFTER_MS);
      this.#looked.ms += Math.max(0, until - this.#since);
    }
    this.#since = null;
  }

  #end(): void {
    this.#pause();
    const looked = this.#looked;
    this.#looked = null;
    if (looked && looked.ms >= LEAST_LOOK_MS)
      this.note({ kind: 'dwell', id: looked.id, value: Math.round(looked.ms) });
  }

  async #tell(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const signals = this.#told.splice(0);
    if (signals.length === 0) return;
    // It is no reason to interrupt anybody when it is not noted.
    await engine.request('signals.record', { signals }).catch(() => undefined);
  }
}

export const attention = new Attention();
