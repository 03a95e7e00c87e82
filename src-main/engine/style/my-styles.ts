import type { LearntStyles, StyleAnswer } from '../../contract';
import { axisScaleOf } from '../kernel/axis-similarity';
import { fitSigmoid, sigmoidAt, type Sigmoid } from '../kernel/platt-scaling';
import { decisionOf, type SupportVectorMachine } from '../kernel/support-vector-machine';
import { hasVector } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { similarityOn } from './similarity-on';
import { collectExamples, type Example, type Examples, type GivenLabel } from './examples';
import { crossValidate, trainOneVsRest, type HeldOut, type LabelledGram } from './one-vs-rest';
import { styleKernel, type KernelRow } from './style-kernel';
import { distinctiveTraits } from './trait-ranks';
import { validationReport } from './validation-report';

/** What was learnt from a person's labels; immutable, learnt anew with every label. */
export interface StyleModel {
  summary: LearntStyles;
  /** Null while nothing could be learnt, for an unknown work and for one that is not embedded yet. */
  answer(id: number): StyleAnswer | null;
}

/** Below this probability the answer is 'not sure'. */
const SURE = 0.5;
const NEAREST = 5;

/**
 * Learns a person's styles: a support vector machine for each label against the rest, on the style vectors. With a
 * handful of examples the probabilities that LIBSVM makes itself depend on its shuffling and are nearly useless, so
 * they are made here from leave-one-out decision values, with one Platt sigmoid for all labels together: the machines
 * share kernel, cost and balance, and one curve through n x labels values is steadier than many through n each.
 *
 * @param given every label in the catalogue; works may carry several
 * @param now milliseconds, for the reported training time
 */
export function learnStyles(
  table: WorkTable,
  given: readonly GivenLabel[],
  now: () => number = () => performance.now(),
): StyleModel {
  const started = now();
  const examples = collectExamples(table, given);
  if (examples.learnable.length === 0) return untrained(examples);
  const learner = train(table, examples);
  const report = validationReport(examples, learner.heldOut);
  const summary = { ...report, labels: examples.all, trained: true, needs: null };
  return {
    summary: { ...summary, trainingMs: now() - started },
    answer: (id) => answerFor(table, learner, id),
  };
}

function untrained({ all }: Examples): StyleModel {
  const summary: LearntStyles = {
    labels: all,
    trained: false,
    accuracy: null,
    baseline: null,
    folds: 0,
    confusion: [],
    needs: all.length < 2 ? 'second-label' : 'more-examples',
    trainingMs: 0,
  };
  return { summary, answer: () => null };
}

interface Learner {
  labels: readonly string[];
  works: readonly Example[];
  kernel: KernelRow;
  machines: SupportVectorMachine[];
  heldOut: HeldOut;
  sigmoid: Sigmoid;
  /** No example carries two labels: then the labels compete for one answer. */
  exclusive: boolean;
  /** Least similarity to the nearest example at which an answer is given. */
  familiar: number;
}

function train(table: WorkTable, { learnable: labels, works }: Examples): Learner {
  const kernel = styleKernel(
    table,
    works.map(({ row }) => row),
  );
  const gram = new Float64Array(works.length ** 2);
  works.forEach(({ row }, i) => gram.set(kernel(row), i * works.length));
  const carries = labels.map((label) => works.map((work) => work.labels.has(label)));
  const set: LabelledGram = { gram, carries };
  const heldOut = crossValidate(set);
  return {
    labels,
    works,
    kernel,
    machines: trainOneVsRest(set),
    heldOut,
    sigmoid: fitSigmoid(
      heldOut.decisions.flatMap((d) => [...d]),
      carries.flat(),
    ),
    exclusive: works.every((work) => labels.filter((label) => work.labels.has(label)).length === 1),
    familiar: familiarity(table, works),
  };
}

/**
 * How near an example a work must be to be on known ground: half-way between the similarity of an ordinary pair of
 * the library and that of an example to its nearest fellow.
 */
function familiarity(table: WorkTable, works: readonly Example[]): number {
  const { median, floor } = axisScaleOf(table.style);
  const ordinary = (median - floor) / (1 - floor);
  const nearest = works.map((work) => {
    const fellows = works.filter(
      (other) => other !== work && [...other.labels].some((label) => work.labels.has(label)),
    );
    return Math.max(0, ...fellows.map(({ row }) => similarityOn('style', table, work.row, row)));
  });
  const fellow = nearest.reduce((sum, s) => sum + s, 0) / nearest.length;
  return Math.min(fellow, (ordinary + fellow) / 2);
}

function answerFor(table: WorkTable, learner: Learner, id: number): StyleAnswer | null {
  const row = table.rowOf.get(id);
  if (row === undefined || !hasVector(table.style.data, table.style.dim, row)) return null;
  const probabilities = labelProbabilities(learner, row);
  const nearest = nearestExamples(table, learner, row, probabilities);
  const first = probabilities[0];
  const sure = first && first.p >= SURE && (nearest[0]?.similarity ?? 0) >= learner.familiar;
  return {
    decision: sure ? first.label : null,
    probabilities,
    nearest,
    traits: distinctiveTraits(table, row),
  };
}

/**
 * Highest first. An example is judged by the machines that had not seen it, so that the answer for a labelled work
 * is a second opinion and not an echo.
 */
function labelProbabilities(learner: Learner, row: number): StyleAnswer['probabilities'] {
  const example = learner.works.findIndex((work) => work.row === row);
  const values = example < 0 ? learner.kernel(row) : null;
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

function nearestExamples(
  table: WorkTable,
  { works }: Learner,
  row: number,
  probabilities: StyleAnswer['probabilities'],
): StyleAnswer['nearest'] {
  return works
    .filter((work) => work.row !== row)
    .map((work) => ({
      id: work.id,
      label: probabilities.find(({ label }) => work.labels.has(label))?.label ?? '',
      similarity: similarityOn('style', table, row, work.row),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.id - b.id)
    .slice(0, NEAREST);
}
