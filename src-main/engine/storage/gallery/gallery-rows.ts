import type { ArtworkId, GalleryIndex } from '../../../contract';

export type GalleryRow = readonly [id: number, aspect: number, day: number];

const FIRST_CAPACITY = 1024;

/** Three typed arrays that grow together. */
export class GalleryRows {
  #length = 0;
  #ids = new Uint32Array(FIRST_CAPACITY);
  #aspects = new Float32Array(FIRST_CAPACITY);
  #days = new Int32Array(FIRST_CAPACITY);

  push([id, aspect, day]: GalleryRow): void {
    if (this.#length === this.#ids.length) this.#grow();
    this.#ids[this.#length] = id;
    this.#aspects[this.#length] = aspect;
    this.#days[this.#length] = day;
    this.#length += 1;
  }

  /** Puts the works into a given order; those it doesn't name come last, as they were. */
  arrange(order: ArrayLike<ArtworkId>, descending: boolean): void {
    const rowOf = new Map<ArtworkId, number>();
    for (let row = 0; row < this.#length; row++) rowOf.set(this.#ids[row] ?? 0, row);
    const rows: number[] = [];
    for (let i = 0; i < order.length; i++) {
      const id = order[descending ? order.length - 1 - i : i] ?? 0;
      const row = rowOf.get(id);
      if (row !== undefined && rowOf.delete(id)) rows.push(row);
    }
    for (const row of rowOf.values()) rows.push(row);
    this.#ids = Uint32Array.from(rows, (row) => this.#ids[row] ?? 0);
    this.#aspects = Float32Array.from(rows, (row) => this.#aspects[row] ?? 0);
    this.#days = Int32Array.from(rows, (row) => this.#days[row] ?? 0);
  }

  /** Copies of exactly the right length, because they are handed over to another process. */
  finish(): GalleryIndex {
    return {
      ids: this.#ids.slice(0, this.#length),
      aspects: this.#aspects.slice(0, this.#length),
      days: this.#days.slice(0, this.#length),
    };
  }

  #grow(): void {
    const { ids, aspects, days } = this.finish();
    const capacity = this.#length * 2;
    this.#ids = new Uint32Array(capacity);
    this.#aspects = new Float32Array(capacity);
    this.#days = new Int32Array(capacity);
    this.#ids.set(ids);
    this.#aspects.set(aspects);
    this.#days.set(days);
  }
}
