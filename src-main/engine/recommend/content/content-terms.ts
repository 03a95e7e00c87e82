import { AXES } from '../../../contract';
import { columnMoments, type ColumnMoments } from '../../kernel/column-moments';
import { remember } from '../../kernel/remember';
import { dotRows, meanOfRows } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { AXIS_SHARES, type Axis } from '../closeness';
import { sampleOf } from '../profile/taste-vector';

/** What the content model looks at: the three axes and the measured traits. */
export const CONTENT_TERMS = [...AXES, 'traits'] as const;
export type ContentTerm = (typeof CONTENT_TERMS)[number];

/** Traits say less than the vectors, but they can be named. */
const TRAITS_SHARE = 0.15;
/** A trait further out says no more: one odd measurement must not decide. */
export const MOST_DEVIATIONS = 3;

/** How one axis is spread in the library: its mean, and what a squared distance from it is multiplied by. */
export interface AxisSpread {
  mean: Float32Array;
  /** So that a work's square is the axis's share on average; 0 for an axis on which all works are one. */
  weight: number;
}

/** What the terms of a library are measured against. */
export interface ContentSpread {
  axes: Record<Axis, AxisSpread>;
  traits: ColumnMoments;
}

/** Measured once for a library, on at most 5,000 works. */
export const spreadOf = remember((table: WorkTable): ContentSpread => {
  const rows = sampleOf(table);
  const spread = (axis: Axis): AxisSpread => {
    const { data, dim } = table[axis];
    const mean = Float32Array.from(meanOfRows(data, dim, rows));
    const square = (row: number) =>
      dotRows(data, row, data, row, dim) - 2 * dotRows(data, row, mean, 0, dim);
    const variance =
      rows.reduce((sum, row) => sum + square(row), 0) / Math.max(1, rows.length) +
      dotRows(mean, 0, mean, 0, dim);
    const share = (1 - TRAITS_SHARE) * AXIS_SHARES[axis];
    return { mean, weight: variance > 1e-9 ? share / variance : 0 };
  };
  return {
    axes: { style: spread('style'), subject: spread('subject'), palette: spread('palette') },
    traits: columnMoments(table.traits.data, table.traits.dim, rows),
  };
});

/** How far a work lies from the library's mean in each trait: standard deviations, -3..3. */
export function traitDeviations(table: WorkTable, row: number): Float32Array {
  return Float32Array.from({ length: table.traits.dim }, (_, t) => traitDeviation(table, row, t));
}

/** The same of one trait. */
export function traitDeviation(table: WorkTable, row: number, t: number): number {
  const { mean, deviation } = spreadOf(table).traits;
  const spread = deviation[t]!;
  if (spread <= 1e-9) return 0;
  const away = (table.traits.data[row * table.traits.dim + t]! - mean[t]!) / spread;
  return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, away));
}

/** What a squared deviation of one trait counts. */
export function traitWeight({ traits }: WorkTable): number {
  return TRAITS_SHARE / Math.max(1, traits.dim);
}

/** One term of the likeness of two works: the product of how each differs from the library; may be negative. */
export function contentTerm(table: WorkTable, term: ContentTerm, a: number, b: number): number {
  if (term === 'traits') return traitsTerm(table, a, b);
  const { data, dim } = table[term];
  const { mean, weight } = spreadOf(table).axes[term];
  const centred =
    dotRows(data, a, data, b, dim) -
    dotRows(data, a, mean, 0, dim) -
    dotRows(data, b, mean, 0, dim) +
    dotRows(mean, 0, mean, 0, dim);
  return weight * centred;
}

function traitsTerm(table: WorkTable, a: number, b: number): number {
  let sum = 0;
  for (let t = 0; t < table.traits.dim; t++)
    sum += traitDeviation(table, a, t) * traitDeviation(table, b, t);
  return traitWeight(table) * sum;
}

/** What each trait adds to the term of the traits. */
export function traitTerms(table: WorkTable, a: number, b: number): Float32Array {
  const [one, other] = [traitDeviations(table, a), traitDeviations(table, b)];
  return one.map((value, t) => traitWeight(table) * value * other[t]!);
}

/** All terms together: the kernel of the model, 1 on average for a work with itself. */
export function contentKernel(table: WorkTable, a: number, b: number): number {
  return CONTENT_TERMS.reduce((sum, term) => sum + contentTerm(table, term, a, b), 0);
}
