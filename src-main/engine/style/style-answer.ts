import type { StyleAnswer } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { sigmoidAt } from '../kernel/platt-scaling';
import { decisionOf } from '../kernel/support-vector-machine';
import { hasVector } from '../kernel/vector-rows';
import { BoundedHeap } from '../inference/bounded-heap';
import type { WorkTable } from '../storage/work-table';
import type { Example } from './examples';
import type { Learner } from './learner';
import { styleCosines } from './style-kernel';
import { distinctiveTraits } from './trait-ranks';

/** Below this probability the answer is 'not sure'. */
const SURE = 0.5;
const NEAREST = 5;

/**
 * What the learner says of a work: null for an unknown work and for one that is not embedded yet. It decides only when
 * one label is more likely than not and the work lies on known ground.
 */
export function answerFor(table: WorkTable, learner: Learner, id: number): StyleAnswer | null {
  const row = table.rowOf.get(id);
  if (row === undefined || !hasVector(table.style.data, table.style.dim, row)) return null;
  const cosines = styleCosines(table, row, learner.rows);
  const probabilities = labelProbabilities(learner, row, cosines);
  const nearest = nearestExamples(table, learner, row, cosines).map(({ work, similarity }) => ({
    id: work.id,
    label: probabilities.find(({ label }) => work.labels.has(label))?.label ?? '',
    similarity,
  }));
  return {
    decision: decide(learner, probabilities, nearest[0]?.similarity ?? 0),
    probabilities,
    nearest,
    traits: distinctiveTraits(table, row),
  };
}

/** What {@link answerFor} says, without the reasons. */
export type Judgement = Pick<StyleAnswer, 'decision' | 'probabilities'>;

export function judgementFor(table: WorkTable, learner: Learner, id: number): Judgement | null {
  const row = table.rowOf.get(id);
  if (row === undefined || !hasVector(table.style.data, table.style.dim, row)) return null;
  const cosines = styleCosines(table, row, learner.rows);
  let nearest = -1;
  for (let i = 0; i < cosines.length; i++)
    if (learner.rows[i] !== row && cosines[i]! > nearest) nearest = cosines[i]!;
  const probabilities = labelProbabilities(learner, row, cosines);
  const similarity = axisSimilarity(nearest, axisScaleOf(table.style));
  return { decision: decide(learner, probabilities, similarity), probabilities };
}

function decide(
  { familiar }: Learner,
  [first]: StyleAnswer['probabilities'],
  nearest: number,
): string | null {
  return first && first.p >= SURE && nearest >= familiar ? first.label : null;
}

/**
 * Highest first. An example is judged by the machines that had not seen it, so that the answer for a labelled work
 * is a second opinion and not an echo.
 */
function labelProbabilities(
  learner: Learner,
  row: number,
  cosines: Float64Array,
): StyleAnswer['probabilities'] {
  const example = learner.rows.indexOf(row);
  const values = example < 0 ? cosines.map(learner.kernel) : null;
  const separate = learner.labels.map((_, l) => {
    const decision = values
      ? decisionOf(learner.machines[l]!, values)
      : learner.heldOut.decisions[l]![example]!;
    return sigmoidAt(decision, learner.sigmoid);
  });
  const joint = learner.exclusive ? competing(separate) : separate;
  return learner.labels.map((label, l) => ({ label, p: joint[l] ?? 0 })).sort((a, b) => b.p - a.p);
}

/** Labels that exclude one another, and 'none of them' at even odds, share one whole. */
function competing(separate: readonly number[]): number[] {
  const odds = separate.map((p) => p / Math.max(1 - p, 1e-9));
  const whole = odds.reduce((sum, o) => sum + o, 1);
  return odds.map((o) => o / whole);
}

/** The examples most like the work, without itself; of equals the lower id. */
function nearestExamples(
  table: WorkTable,
  { works }: Learner,
  row: number,
  cosines: Float64Array,
): { work: Example; similarity: number }[] {
  const heap = new BoundedHeap(Math.min(NEAREST, works.length));
  cosines.forEach((cosine, i) => {
    if (works[i]!.row !== row) heap.offer(i, cosine);
  });
  const scale = axisScaleOf(table.style);
  return heap.sorted().map(({ row: i, score }) => ({
    work: works[i]!,
    similarity: axisSimilarity(score, scale),
  }));
}
