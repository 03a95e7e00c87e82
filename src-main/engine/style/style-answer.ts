import type { StyleAnswer } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { sigmoidAt } from '../kernel/platt-scaling';
import { decisionOf } from '../kernel/support-vector-machine';
import { hasVector } from '../kernel/vector-rows';
import { BoundedHeap } from '../inference/bounded-heap';
import type { WorkTable } from '../storage/work-table';
import type { Learner } from './learner';
import { kernelAt, styleCosines } from './style-kernel';
import { againstRunnerUp } from './against-runner-up';
import { distinctiveTraits } from './trait-ranks';

/** Below this probability the answer is 'not sure'. */
const SURE = 0.5;
const NEAREST = 5;

/** What {@link answerFor} says, without the reasons. */
export interface Judgement extends Pick<StyleAnswer, 'decision' | 'probabilities'> {
  /** Whether the work resembles some example; without it there is no decision. */
  isFamiliar: boolean;
}

/**
 * What the learner says of a work: null for an unknown work, for one that is not embedded yet, and for one embedded by
 * another model. It decides only when one label is more likely than not and the work lies on known ground.
 */
export function answerFor(table: WorkTable, learner: Learner, id: number): StyleAnswer | null {
  const seen = lookAt(table, learner, id);
  if (!seen) return null;
  const { decision, probabilities } = judge(learner, seen);
  const scale = axisScaleOf(table[learner.axis]);
  const labelOf = (example: number): string =>
    probabilities.find(({ label }) => learner.carries[learner.labels.indexOf(label)]?.[example])
      ?.label ?? '';
  const nearest = nearestExamples(learner, seen).map(({ row, score }) => ({
    id: learner.ids[row]!,
    label: labelOf(row),
    similarity: axisSimilarity(score, scale),
  }));
  const traits = distinctiveTraits(table, seen.row);
  const against = againstRunnerUp(table, learner, seen.row, probabilities);
  return { decision, probabilities, nearest, traits, against };
}

export function judgementFor(table: WorkTable, learner: Learner, id: number): Judgement | null {
  const seen = lookAt(table, learner, id);
  return seen && judge(learner, seen);
}

/** A work beside the examples. */
interface Seen {
  row: number;
  /** Its place among the examples, -1 when it is none. */
  example: number;
  cosines: Float64Array;
}

function lookAt(table: WorkTable, learner: Learner, id: number): Seen | null {
  const row = table.rowOf.get(id);
  const vectors = table[learner.axis];
  const { data, dim } = vectors;
  if (row === undefined || dim !== learner.vectors.dim || !hasVector(data, dim, row)) return null;
  const cosines = styleCosines(vectors, row, learner.vectors);
  return { row, example: learner.ids.indexOf(id), cosines };
}

function judge(learner: Learner, seen: Seen): Judgement {
  let nearest = -1;
  for (let i = 0; i < seen.cosines.length; i++)
    if (i !== seen.example && seen.cosines[i]! > nearest) nearest = seen.cosines[i]!;
  const probabilities = labelProbabilities(learner, seen);
  const isFamiliar = nearest >= learner.familiar;
  const first = probabilities[0];
  const decision = first && first.p >= SURE && isFamiliar ? first.label : null;
  return { decision, probabilities, isFamiliar };
}

/**
 * Highest first. An example is judged by the machines that had not seen it, so that the answer for a labelled work
 * is a second opinion and not an echo.
 */
function labelProbabilities(
  learner: Learner,
  { example, cosines }: Seen,
): StyleAnswer['probabilities'] {
  const { labels, machines, heldOut, sigmoid, width } = learner;
  const held = example < 0 ? null : heldOut;
  const values = held ? null : cosines.map((cosine) => kernelAt(cosine, width));
  const separate = labels.map((_, l) => {
    const decision = values ? decisionOf(machines[l]!, values) : held!.decisions[l]![example]!;
    return sigmoidAt(decision, sigmoid);
  });
  const joint = learner.exclusive ? competing(separate) : separate;
  return labels.map((label, l) => ({ label, p: joint[l] ?? 0 })).sort((a, b) => b.p - a.p);
}

/** Labels that exclude one another, and 'none of them' at even odds, share one whole. */
function competing(separate: readonly number[]): number[] {
  const odds = separate.map((p) => p / Math.max(1 - p, 1e-9));
  const whole = odds.reduce((sum, o) => sum + o, 1);
  return odds.map((o) => o / whole);
}

/** The examples of this library most like the work, without itself; of equals the lower id. */
function nearestExamples({ ids }: Learner, { example, cosines }: Seen) {
  const heap = new BoundedHeap(Math.min(NEAREST, ids.length));
  cosines.forEach((cosine, i) => {
    if (i !== example && ids[i]! > 0) heap.offer(i, cosine);
  });
  return heap.sorted();
}
