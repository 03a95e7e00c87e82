import { AXES } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { remember } from '../kernel/remember';
import { dotRows, hasVector } from '../kernel/vector-rows';
import { pause } from '../storage/yielding';
import type { WorkTable } from '../storage/work-table';

export type Axis = (typeof AXES)[number];

/** How much each axis says of a person's taste: what a work looks like before what it shows. */
export const AXIS_SHARES: Record<Axis, number> = { style: 0.5, subject: 0.25, palette: 0.25 };

const MOST_CANDIDATES = 20_000;
const MEMORY_BYTES = 48_000_000;

/**
 * How near a work comes to another on one axis, 0..1, for a taste: the fourth power of their similarity, because being
 * half as alike says far less than half as much.
 */
export function closeness(table: WorkTable, axis: Axis, a: number, b: number): number {
  return sharpen(similarity(table, axis, a, b));
}

function sharpen(value: number): number {
  return value * value * value * value;
}

/** Similarity of two works on one axis, 0..1, in the scale of the library. */
export function similarity(table: WorkTable, axis: Axis, a: number, b: number): number {
  const { data, dim } = table[axis];
  return axisSimilarity(dotRows(data, a, data, b, dim), axisScaleOf(table[axis]));
}

/** Similarity of two works over all axes, 0..1. */
export function likeness(table: WorkTable, a: number, b: number): number {
  return AXES.reduce((sum, axis) => sum + AXIS_SHARES[axis] * similarity(table, axis, a, b), 0);
}

/**
 * How near every candidate comes to a judged work. One column a judged work, kept until the library changes, so that a
 * like costs one new column and not all of them.
 */
export class ClosenessColumns {
  /** Table rows that may be suggested: all that have a style vector, or 20,000 evenly spaced ones of them. */
  readonly candidates: Uint32Array;
  readonly #columns = new Map<number, Float32Array>();
  readonly #most: number;

  constructor(private readonly table: WorkTable) {
    const { data, dim } = table.style;
    const measured = Uint32Array.from(table.ids.keys()).filter((row) => hasVector(data, dim, row));
    this.candidates = evenlySpaced(measured.length, MOST_CANDIDATES).map((i) => measured[i]!);
    this.#most = Math.max(8, Math.floor(MEMORY_BYTES / Math.max(4, this.candidates.length * 4)));
  }

  /** Measures the columns of several judged works before they are needed, never holding the process up for long. */
  async prepare(rows: readonly number[]): Promise<void> {
    for (const row of rows.slice(-this.#most)) {
      if (this.#columns.has(row)) continue;
      this.of(row);
      await pause();
    }
  }

  /** Closeness over all axes of each candidate, each axis with its share. */
  of(row: number): Float32Array {
    const known = this.#columns.get(row);
    if (known) return known;
    const column = new Float32Array(this.candidates.length);
    for (const axis of AXES) this.#add(column, axis, row);
    const oldest = this.#columns.keys().next();
    if (this.#columns.size >= this.#most && !oldest.done) this.#columns.delete(oldest.value);
    this.#columns.set(row, column);
    return column;
  }

  #add(column: Float32Array, axis: Axis, row: number): void {
    const { data, dim } = this.table[axis];
    const scale = axisScaleOf(this.table[axis]);
    for (let i = 0; i < column.length; i++) {
      const cosine = dotRows(data, this.candidates[i]!, data, row, dim);
      column[i]! += AXIS_SHARES[axis] * sharpen(axisSimilarity(cosine, scale));
    }
  }
}

/** The columns of a library, shared by all lists made from it. */
export const columnsOf = remember((table: WorkTable) => new ClosenessColumns(table));
