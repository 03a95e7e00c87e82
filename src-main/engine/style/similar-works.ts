import { AXES, EngineError, type AxisWeights, type SimilarHit } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { ranksOf } from '../kernel/column-ranks';
import { dotRows, hasVector, rowAt } from '../kernel/vector-rows';
import { BoundedHeap } from '../inference/bounded-heap';
import type { VectorTable, WorkTable } from '../storage/work-table';
import { pause } from '../storage/yielding';
import { sharedTraitOf } from './trait-ranks';

/** Works between two turns of everything else: some milliseconds. */
const STRETCH = 4096;

export interface SimilarOptions {
  weights: AxisWeights;
  limit: number;
}

/**
 * The works most like one work, exactly: every work is measured on every axis that counts, in stretches that never hold
 * the process up for long.
 *
 * Each axis's cosine is rescaled to 0 (as unlike as the least alike hundredth of the library's pairs) .. 1 (the
 * same); the score is their mean weighted by the sliders. Axes on which the work itself is not measured yet drop
 * out, and works that are not measured on an axis score 0 there. `axes` of a hit holds the three similarities
 * themselves, unweighted.
 *
 * @throws EngineError `artwork/not-found` when the work is not in the table
 */
export async function similarWorks(
  table: WorkTable,
  id: number,
  options: SimilarOptions,
): Promise<SimilarHit[]> {
  return nearestTo(table, queryOf(table, id), options);
}

/** @throws EngineError `artwork/not-found` when the work is not in the table */
function queryOf(table: WorkTable, id: number): Query {
  const row = table.rowOf.get(id);
  if (row === undefined)
    throw new EngineError('artwork/not-found', `Expected a known work, received ${id}`);
  const at = ({ data, dim }: VectorTable): Float32Array => rowAt(data, dim, row);
  const { style, subject, palette, traits } = table;
  const ranks = ranksOf(traits).at(row);
  return { style: at(style), subject: at(subject), palette: at(palette), ranks, row };
}

/**
 * Of the works named those whose style is most like one work's, with what they share on every axis; itself is left out,
 * and so is what is not in the table.
 */
export async function nearestAmong(
  table: WorkTable,
  id: number,
  works: readonly number[],
  limit: number,
): Promise<SimilarHit[]> {
  const query = queryOf(table, id);
  const rows = works.flatMap((other) => (other === id ? [] : (table.rowOf.get(other) ?? [])));
  const heap = new BoundedHeap(Math.min(limit, rows.length));
  for (const [i, row] of rows.entries()) {
    if (i % STRETCH === STRETCH - 1) await pause();
    heap.offer(row, dotRows(query.style, 0, table.style.data, row, table.style.dim));
  }
  const scale = axisScaleOf(table.style);
  return heap
    .sorted()
    .map(({ row, score }) => toHit(table, query, row, axisSimilarity(score, scale)));
}

/** A picture that is no work of the library, as it was measured. */
export interface OutsidePicture {
  /** Unit vectors; empty where there is no model to make them. */
  style: Float32Array;
  subject: Float32Array;
  palette: Float32Array;
  /** In the order of TRAIT_IDS. */
  traits: ArrayLike<number>;
}

/** The works most like a picture that is not in the library, measured as {@link similarWorks} measures. */
export async function worksLike(
  table: WorkTable,
  { traits, ...vectors }: OutsidePicture,
  options: SimilarOptions,
): Promise<SimilarHit[]> {
  return nearestTo(
    table,
    { ...vectors, ranks: ranksOf(table.traits).of(traits), row: -1 },
    options,
  );
}

/** What is looked for: a vector an axis, percentiles of the traits, and the row to leave out. */
interface Query extends Readonly<Record<keyof AxisWeights, Float32Array>> {
  readonly ranks: Float32Array;
  readonly row: number;
}

async function nearestTo(
  table: WorkTable,
  query: Query,
  options: SimilarOptions,
): Promise<SimilarHit[]> {
  const axes = usableAxes(table, query, options.weights);
  const others = table.ids.length - (query.row < 0 ? 0 : 1);
  const heap = new BoundedHeap(Math.min(options.limit, Math.max(0, others)));
  const count = axes.length > 0 ? table.ids.length : 0;
  for (let first = 0; first < count; first += STRETCH) {
    const scores = scoresOf(table, axes, query, first, Math.min(count, first + STRETCH));
    scores.forEach((score, i) => first + i !== query.row && heap.offer(first + i, score));
    await pause();
  }
  return heap.sorted().map((hit) => toHit(table, query, hit.row, hit.score));
}

function usableAxes(table: WorkTable, query: Query, weights: AxisWeights) {
  const usable = AXES.filter((axis) => weights[axis] > 0 && isMeasured(table, query, axis));
  const total = usable.reduce((sum, axis) => sum + weights[axis], 0);
  return usable.map((axis) => ({ axis, weight: weights[axis] / total }));
}

function isMeasured(table: WorkTable, query: Query, axis: keyof AxisWeights): boolean {
  const { dim } = table[axis];
  return dim > 0 && query[axis].length === dim && hasVector(query[axis], dim, 0);
}

type Axes = ReturnType<typeof usableAxes>;

/** Weighted similarity of what is looked for to the works of rows first..end-1. */
function scoresOf(
  table: WorkTable,
  axes: Axes,
  query: Query,
  first: number,
  end: number,
): Float64Array {
  const scores = new Float64Array(end - first);
  for (const { axis, weight } of axes) {
    const { data, dim } = table[axis];
    const scale = axisScaleOf(table[axis]);
    for (let i = 0; i < scores.length; i++)
      scores[i]! += weight * axisSimilarity(dotRows(query[axis], 0, data, first + i, dim), scale);
  }
  return scores;
}

function toHit(table: WorkTable, query: Query, row: number, score: number): SimilarHit {
  const on = (axis: keyof AxisWeights): number => {
    if (!isMeasured(table, query, axis)) return 0;
    const { data, dim } = table[axis];
    return axisSimilarity(dotRows(query[axis], 0, data, row, dim), axisScaleOf(table[axis]));
  };
  return {
    id: table.ids[row] ?? 0,
    score,
    axes: { style: on('style'), subject: on('subject'), palette: on('palette') },
    sharedTrait: sharedTraitOf(query.ranks, ranksOf(table.traits).at(row)),
  };
}
