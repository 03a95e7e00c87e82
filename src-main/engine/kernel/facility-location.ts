/**
 * How well a set stands for a whole: every element of the whole counts by its weight and by its likeness to the member of
 * the set that is most like it. Monotone and submodular as long as no likeness is negative: Krause & Golovin, Submodular
 * function maximization, 2014, section 1.2, 'facility location'.
 */
export class FacilityLocation {
  readonly #best: Float64Array;
  readonly #total: number;
  #value = 0;

  /**
   * @param weights weight >= 0 of each of n elements
   * @param likeness n x n, row-major, >= 0, row i being what element i is to the others
   */
  constructor(
    private readonly weights: ArrayLike<number>,
    private readonly likeness: Float32Array,
  ) {
    this.#best = new Float64Array(weights.length);
    let total = 0;
    for (let j = 0; j < weights.length; j++) total += weights[j]!;
    this.#total = total;
  }

  /** Share of the whole that the set stands for, 0..1 where no likeness is above 1. */
  get value(): number {
    return this.#total > 0 ? this.#value / this.#total : 0;
  }

  /** By how much `value` would rise with element i in the set. */
  gain(i: number): number {
    return this.#total > 0 ? this.#rise(i) / this.#total : 0;
  }

  add(i: number): void {
    this.#value += this.#rise(i);
    const first = i * this.weights.length;
    for (let j = 0; j < this.weights.length; j++)
      this.#best[j] = Math.max(this.#best[j]!, this.likeness[first + j]!);
  }

  #rise(i: number): number {
    const first = i * this.weights.length;
    let rise = 0;
    for (let j = 0; j < this.weights.length; j++) {
      const more = this.likeness[first + j]! - this.#best[j]!;
      if (more > 0) rise += this.weights[j]! * more;
    }
    return rise;
  }
}
