/** Lets work begin only while the bytes it holds fit; what is larger than everything goes alone. */
export class ByteBudget {
  #used = 0;
  readonly #waiting: Array<() => void> = [];

  constructor(private readonly limit: number) {}

  async with<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(bytes, this.limit);
    while (this.#used + share > this.limit) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#used += share;
    try {
      return await work();
    } finally {
      this.#used -= share;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
