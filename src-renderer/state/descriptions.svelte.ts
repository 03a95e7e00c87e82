import { engine, on } from '../bridge';
import { gallery } from './gallery.svelte';
import { Resource } from './resource.svelte';

/** Search by description: whether the model in use reads words, and whether the search field takes a description. */
class Descriptions {
  readonly model = new Resource<{ name: string } | null>();
  #chosen = $state(false);

  get isOffered(): boolean {
    return this.model.value !== null;
  }

  /** What is typed into the search field describes what is looked for. */
  get isOn(): boolean {
    return this.#chosen && this.isOffered;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.#load();
    return on('models.changed', () => void this.#load());
  }

  async recover(): Promise<void> {
    if (this.model.error) await this.#load();
  }

  /** Changes between the two searches; the words that stand in the field stay. */
  toggle(): void {
    const { text, description } = gallery.filters;
    this.#chosen = !this.isOn;
    const words = text ?? description;
    if (words === undefined) return;
    gallery.filter(
      this.#chosen
        ? { text: undefined, description: words }
        : { text: words, description: undefined },
    );
  }

  async #load(): Promise<void> {
    await this.model.load(() => engine.request('descriptions.model', undefined));
    if (this.isOffered || this.model.error) return;
    this.#chosen = false;
    if (gallery.isDescribed) gallery.filter({ description: undefined });
  }
}

export const descriptions = new Descriptions();
