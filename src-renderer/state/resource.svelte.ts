import { asBridgeError, type BridgeError } from '../bridge';

/**
 * Something asked of the engine: nothing yet, a value, or an error. While it is asked again the last value
 * stays, and of several answers only the one to the latest question counts.
 */
export class Resource<T> {
  #value = $state.raw<T | null>(null);
  #error = $state.raw<BridgeError | null>(null);
  #loading = $state(false);
  #question = 0;

  get value(): T | null {
    return this.#value;
  }
  get error(): BridgeError | null {
    return this.#error;
  }
  get loading(): boolean {
    return this.#loading;
  }

  /** Takes a value that was learnt another way; a question still under way no longer counts. */
  set(value: T | null): void {
    this.#question++;
    this.#value = value;
    this.#error = null;
    this.#loading = false;
  }

  /** @returns the answer; undefined where it failed, or where a later question or value took its place */
  async load(ask: () => Promise<T>): Promise<T | undefined> {
    const question = ++this.#question;
    this.#loading = true;
    try {
      const value = await ask();
      if (question !== this.#question) return undefined;
      this.#value = value;
      this.#error = null;
      this.#loading = false;
      return value;
    } catch (thrown) {
      if (question !== this.#question) return undefined;
      this.#error = asBridgeError(thrown);
      this.#loading = false;
      return undefined;
    }
  }
}
