import type { Preferences } from '../../src-main/contract';
import { engine, shell } from '../bridge';
import { notices } from './notices.svelte';

const DEFAULTS: Preferences = {
  language: 'system',
  theme: 'system',
  surround: 'mid',
  galleryZoom: 200,
  railCollapsed: false,
  inspectorOpen: false,
  inspectorWidth: 320,
  surprise: 0.3,
  firstRunDone: false,
  groupAxis: 'style',
  learnAxis: 'style',
};

/** While a slider moves, saving waits this long between two changes. */
const SAVE_PAUSE_MS = 250;
const SURROUNDS = ['black', 'mid', 'white'] as const;

/** What the user prefers; a change shows and is saved at once, for the window may close any moment. */
class PreferencesState {
  #current = $state.raw<Preferences>(DEFAULTS);
  #loaded = $state(false);
  #known = false;
  #unsaved: Partial<Preferences> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  get current(): Preferences {
    return this.#current;
  }
  /** False until the saved preferences are here: showing anything before would flash. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Resolves when the last change has been saved, or could not be. */
  async saved(): Promise<void> {
    await this.#saving;
  }

  async load(): Promise<void> {
    const saved = await notices.attempt(() => engine.request('preferences.get', undefined));
    if (saved) this.#current = { ...saved, ...this.#unsaved };
    this.#known = saved !== undefined;
    this.#loaded = true;
    await this.#tellTheme();
  }

  /** Asks again if the saved preferences could not be had. */
  async recover(): Promise<void> {
    if (!this.#known) await this.load();
  }

  set(change: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...change };
    this.#unsaved = { ...this.#unsaved, ...change };
    const slides = Object.values(change).every((value) => typeof value === 'number');
    if (!slides || this.#timer === undefined) this.#save();
    if (change.theme) void this.#tellTheme();
  }

  nextSurround(): void {
    const at = SURROUNDS.indexOf(this.#current.surround);
    this.set({ surround: SURROUNDS[(at + 1) % SURROUNDS.length] ?? 'mid' });
  }

  #save(): void {
    const change = this.#unsaved;
    this.#unsaved = {};
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#saveRest(), SAVE_PAUSE_MS);
    this.#saving = notices.attempt(() => engine.request('preferences.set', change));
  }

  #saveRest(): void {
    this.#timer = undefined;
    if (Object.keys(this.#unsaved).length > 0) this.#save();
  }

  async #tellTheme(): Promise<void> {
    await notices.attempt(() => shell('shell.setTheme', { theme: this.#current.theme }));
  }
}

export const preferences = new PreferencesState();
