/**
 * Keeps the k best of a stream of (row, score) pairs in a binary min-heap over typed arrays.
 * Equal scores are ordered by the lower row, so that results never depend on visiting order.
 */
export class BoundedHeap {
  readonly #rows: Int32Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(readonly capacity: number) {
    this.#rows = new Int32Array(capacity);
    this.#scores = new Float64Array(capacity);
  }

  /** What a score must beat to enter: -Infinity until the heap is full. */
  get floor(): number {
    return this.#size < this.capacity ? -Infinity : (this.#scores[0] ?? Infinity);
  }

  offer(row: number, score: number): void {
    if (this.#size < this.capacity) {
      this.#place(this.#size, row, score);
      this.#rise(this.#size++);
    } else if (this.capacity > 0 && this.#worse(this.#rows[0]!, this.#scores[0]!, row, score)) {
      this.#place(0, row, score);
      this.#sink(0);
    }
  }

  /** Rows and scores, best first. */
  sorted(): { row: number; score: number }[] {
    const items = Array.from({ length: this.#size }, (_, i) => ({
      row: this.#rows[i]!,
      score: this.#scores[i]!,
    }));
    return items.sort((a, b) => b.score - a.score || a.row - b.row);
  }

  #worse(rowA: number, scoreA: number, rowB: number, scoreB: number): boolean {
    return scoreA < scoreB || (scoreA === scoreB && rowA > rowB);
  }

  #worseAt(a: number, b: number): boolean {
    return this.#worse(this.#rows[a]!, this.#scores[a]!, this.#rows[b]!, this.#scores[b]!);
  }

  #place(at: number, row: number, score: number): void {
    this.#rows[at] = row;
    this.#scores[at] = score;
  }

  #swap(a: number, b: number): void {
    const row = this.#rows[a]!;
    const score = this.#scores[a]!;
    this.#place(a, this.#rows[b]!, this.#scores[b]!);
    this.#place(b, row, score);
  }

  #rise(at: number): void {
    for (let child = at; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.#worseAt(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #sink(at: number): void {
    for (let parent = at; ;) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.#size && this.#worseAt(child, worst)) worst = child;
      }
      if (worst === parent) return;
      this.#swap(parent, worst);
      parent = worst;
    }
  }
}
