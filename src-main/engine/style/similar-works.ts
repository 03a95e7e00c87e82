import { AXES, EngineError, type AxisWeights, type SimilarHit } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { dotRows, hasVector } from '../kernel/vector-rows';
import { BoundedHeap } from '../inference/bounded-heap';
import type { WorkTable } from '../storage/work-table';
import { pause } from '../storage/yielding';
import { similarityOn } from './similarity-on';
import { sharedTrait } from './trait-ranks';

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
  const row = table.rowOf.get(id);
  if (row === undefined)
    throw new EngineError('artwork/not-found', `Expected a known work, received ${id}`);
  const axes = usableAxes(table, row, options.weights);
  const heap = new BoundedHeap(Math.min(options.limit, Math.max(0, table.ids.length - 1)));
  const count = axes.length > 0 ? table.ids.length : 0;
  for (let first = 0; first < count; first += STRETCH) {
    const scores = scoresOf(table, axes, row, first, Math.min(count, first + STRETCH));
    scores.forEach((score, i) => first + i !== row && heap.offer(first + i, score));
    await pause();
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

type Axes = ReturnType<typeof usableAxes>;

/** Weighted similarity of one work to those of rows first..end-1. */
function scoresOf(
  table: WorkTable,
  axes: Axes,
  row: number,
  first: number,
  end: number,
): Float64Array {
  const scores = new Float64Array(end - first);
  for (const { axis, weight } of axes) {
    const { data, dim } = table[axis];
    const scale = axisScaleOf(table[axis]);
    for (let i = 0; i < scores.length; i++)
      scores[i]! += weight * axisSimilarity(dotRows(data, row, data, first + i, dim), scale);
  }
  return scores;
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
