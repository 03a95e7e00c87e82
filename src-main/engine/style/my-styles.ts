import type { Axis, LearntStyles, StyleAnswer } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { collectExamples, type Examples, type GivenLabel } from './examples';
import { train, type Learner } from './learner';
import { answerFor, judgementFor, type Judgement } from './style-answer';
import { validationOutcomes, validationReport, type Outcome } from './validation-report';

/** What was learnt from a person's labels, as plain data. */
export interface Learnt {
  summary: LearntStyles;
  /** Null while nothing could be learnt. */
  learner: Learner | null;
  /** What was answered for each example when it was held out. */
  outcomes: readonly Outcome[];
}

/** A learner put to the works of a library. */
export interface Judge {
  /** Null while nothing could be learnt. */
  learner: Learner | null;
  /** Null while nothing could be learnt, for an unknown work and for one that is not embedded yet. */
  answer(id: number): StyleAnswer | null;
  /** `answer` without its reasons, many times as fast: for a whole library. */
  judge(id: number): Judgement | null;
  /** The decision of `judge` alone. */
  decide(id: number): string | null;
}

/** What was learnt, put to works of a library; immutable, learnt anew with every label. */
export interface StyleModel extends Learnt, Judge {
  learner: Learner | null;
}

/** Learns, and puts it to the works of the same table; see {@link learn}. */
export function learnStyles(
  table: WorkTable,
  given: readonly GivenLabel[],
  axis: Axis = 'style',
  now?: () => number,
): StyleModel {
  return styleModel(table, learn(table, given, axis, now));
}

/** What was learnt, put to works: those it was learnt from, or others that the same model embedded. */
export function styleModel(table: WorkTable, learnt: Learnt): StyleModel {
  return { ...learnt, ...judgeBy(table, learnt.learner) };
}

export function judgeBy(table: WorkTable, learner: Learner | null): Judge {
  const judge = (id: number) => learner && judgementFor(table, learner, id);
  return {
    learner,
    answer: (id) => learner && answerFor(table, learner, id),
    judge,
    decide: (id) => judge(id)?.decision ?? null,
  };
}

/**
 * Learns a person's styles: a support vector machine for each label against the rest, on the vectors of an
 * axis. With a
 * handful of examples the probabilities that LIBSVM makes itself depend on its shuffling and are nearly useless, so
 * they are made here from leave-one-out decision values, with one Platt sigmoid for all labels together: the machines
 * share kernel, cost and balance, and one curve through n x labels values is steadier than many through n each.
 *
 * @param given every label in the catalogue; works may carry several
 * @param now milliseconds, for the reported training time
 */
export function learn(
  table: WorkTable,
  given: readonly GivenLabel[],
  axis: Axis,
  now: () => number = () => performance.now(),
): Learnt {
  const started = now();
  const examples = collectExamples(table, given, axis);
  if (examples.learnable.length === 0) return untrained(examples, axis);
  const learner = train(table, examples, axis);
  const outcomes = validationOutcomes(examples, learner.heldOut);
  const report = validationReport(examples, outcomes, learner.heldOut.folds);
  const { all, learnable, works } = examples;
  const learntFrom = { labels: learnable.length, works: works.length };
  const summary = { ...report, axis, labels: all, learntFrom, trained: true, needs: null };
  return { summary: { ...summary, trainingMs: now() - started }, learner, outcomes };
}

function untrained({ all }: Examples, axis: Axis): Learnt {
  const summary: LearntStyles = {
    axis,
    labels: all,
    learntFrom: { labels: 0, works: 0 },
    trained: false,
    accuracy: null,
    baseline: null,
    folds: 0,
    confusion: [],
    needs: all.length < 2 ? 'second-label' : 'more-examples',
    trainingMs: 0,
  };
  return { summary, learner: null, outcomes: [] };
}
