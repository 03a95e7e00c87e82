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
};

const SAVE_AFTER_MS = 250;
const SURROUNDS = ['black', 'mid', 'white'] as const;

/** What the user prefers; a change shows at once and is saved a moment later. */
class PreferencesState {
  #current = $state.raw<Preferences>(DEFAULTS);
  #loaded = $state(false);
  #unsaved: Partial<Preferences> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): Preferences {
    return this.#current;
  }
  /** False until the saved preferences are here: showing anything before would flash. */
  get loaded(): boolean {
    return this.#loaded;
  }

  async load(): Promise<void> {
    const saved = await notices.attempt(() => engine.request('preferences.get', undefined));
    if (saved) this.#current = { ...saved, ...this.#unsaved };
    this.#loaded = true;
    await this.#tellTheme();
  }

  set(change: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...change };
    this.#unsaved = { ...this.#unsaved, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), SAVE_AFTER_MS);
    if (change.theme) void this.#tellTheme();
  }

  nextSurround(): void {
    const at = SURROUNDS.indexOf(this.#current.surround);
    this.set({ surround: SURROUNDS[(at + 1) % SURROUNDS.length] ?? 'mid' });
  }

  async #save(): Promise<void> {
    const change = this.#unsaved;
    this.#unsaved = {};
    await notices.attempt(() => engine.request('preferences.set', change));
  }

  async #tellTheme(): Promise<void> {
    await notices.attempt(() => shell('shell.setTheme', { theme: this.#current.theme }));
  }
}

export const preferences = new PreferencesState();
