import { AXES, EngineError, type AxisWeights, type SimilarHit } from '../../contract';
import { hasVector } from '../kernel/vector-rows';
import { BoundedHeap } from '../inference/bounded-heap';
import type { WorkTable } from '../storage/work-table';
import { similarityOn } from './similarity-on';
import { sharedTrait } from './trait-ranks';

export interface SimilarOptions {
  weights: AxisWeights;
  limit: number;
}

/**
 * The works most like one work, exactly: every work is measured on every axis that counts.
 *
 * Each axis's cosine is rescaled to 0 (as unlike as the least alike hundredth of the library's pairs) .. 1 (the
 * same); the score is their mean weighted by the sliders. Axes on which the work itself is not measured yet drop
 * out, and works that are not measured on an axis score 0 there. `axes` of a hit holds the three similarities
 * themselves, unweighted.
 *
 * @throws EngineError `artwork/not-found` when the work is not in the table
 */
export function similarWorks(table: WorkTable, id: number, options: SimilarOptions): SimilarHit[] {
  const row = table.rowOf.get(id);
  if (row === undefined)
    throw new EngineError('artwork/not-found', `Expected a known work, received ${id}`);
  const axes = usableAxes(table, row, options.weights);
  const heap = new BoundedHeap(Math.min(options.limit, Math.max(0, table.ids.length - 1)));
  for (let other = 0; other < table.ids.length && axes.length > 0; other++) {
    if (other === row) continue;
    let score = 0;
    for (const { axis, weight } of axes) score += weight * similarityOn(axis, table, row, other);
    heap.offer(other, score);
  }
  return heap.sorted().map((hit) => toHit(table, row, hit.row, hit.score));
}

function usableAxes(table: WorkTable, row: number, weights: AxisWeights) {
  const usable = AXES.filter(
    (axis) => weights[axis] > 0 && hasVector(table[axis].data, table[axis].dim, row),
  );
  const total = usable.reduce((sum, axis) => sum + weights[axis], 0);
  return usable.map((axis) => ({ axis, weight: weights[axis] / total }));
}

function toHit(table: WorkTable, row: number, other: number, score: number): SimilarHit {
  return {
    id: table.ids[other] ?? 0,
    score,
    axes: {
      style: similarityOn('style', table, row, other),
      subject: similarityOn('subject', table, row, other),
      palette: similarityOn('palette', table, row, other),
    },
    sharedTrait: sharedTrait(table, row, other),
  };
}
