import type { RatingsImport, RatingsPreview } from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** Ratings of others from a table: looked at, taken in, taken back. */
class RatingsState {
  readonly imports = new Resource<RatingsImport[]>();
  #preview = $state.raw<RatingsPreview | null>(null);
  #path = '';
  #isBusy = $state(false);

  /** What the chosen table would bring; null while none is chosen. */
  get preview(): RatingsPreview | null {
    return this.#preview;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Loads, and follows for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    return on('profiles.changed', () => void this.load());
  }

  async load(): Promise<void> {
    await this.imports.load(() => engine.request('ratings.imports', undefined));
  }

  async choose(): Promise<void> {
    const path = await notices.attempt(() => shell('shell.chooseFile', { kind: 'csv' }));
    if (!path) return;
    this.#isBusy = true;
    const preview = await notices.attempt(() => engine.request('ratings.preview', { path }));
    this.#isBusy = false;
    this.#path = path;
    this.#preview = preview ?? null;
  }

  putAway(): void {
    this.#preview = null;
  }

  /** Takes the table in that was looked at; the notice offers to take it back. */
  async take(): Promise<void> {
    const digest = this.#preview?.digest;
    if (digest === undefined) return;
    const path = this.#path;
    this.#isBusy = true;
    const done = await notices.attempt(() => engine.request('ratings.import', { path, digest }));
    this.#isBusy = false;
    this.#preview = null;
    await this.load();
    const undo = (): void => void this.undo(done?.id ?? 0);
    if (done) notices.say({ kind: 'ratings-imported', count: done.ratings, undo });
  }

  async undo(id: number): Promise<void> {
    await notices.attempt(() => engine.request('ratings.undo', { id }));
    await this.load();
  }
}

export const ratings = new RatingsState();
