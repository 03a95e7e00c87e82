/** How far back the rate looks, in milliseconds. */
const WINDOW_MS = 5000;

/** Items a second over the last few seconds. */
export class RateMeter {
  readonly #samples: Array<{ at: number; done: number }> = [];

  /** @param at milliseconds on any clock that only goes forward */
  sample(at: number, done: number): void {
    this.#samples.push({ at, done });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > WINDOW_MS) {
      this.#samples.shift();
    }
  }

  /** Forgets the past: after a pause, or when the count jumped without work. */
  reset(): void {
    this.#samples.length = 0;
  }

  /** 0 while too little is known. */
  get rate(): number {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at <= first.at) return 0;
    return ((last.done - first.done) * 1000) / (last.at - first.at);
  }

  /** @returns null while the rate is unknown */
  secondsLeft(remaining: number): number | null {
    if (remaining <= 0) return 0;
    return this.rate > 0 ? remaining / this.rate : null;
  }
}
