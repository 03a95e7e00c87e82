import type { LearntStyles, StyleAnswer } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { collectExamples, type Examples, type GivenLabel } from './examples';
import { train } from './learner';
import { answerFor, judgementFor, type Judgement } from './style-answer';
import { validationOutcomes, validationReport, type Outcome } from './validation-report';

/** What was learnt from a person's labels; immutable, learnt anew with every label. */
export interface StyleModel {
  summary: LearntStyles;
  /** Null while nothing could be learnt, for an unknown work and for one that is not embedded yet. */
  answer(id: number): StyleAnswer | null;
  /** `answer` without its reasons, many times as fast: for a whole library. */
  judge(id: number): Judgement | null;
  /** The decision of `judge` alone. */
  decide(id: number): string | null;
  /** What was answered for each example when it was held out. */
  outcomes: readonly Outcome[];
}

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
  const outcomes = validationOutcomes(examples, learner.heldOut);
  const report = validationReport(examples, outcomes, learner.heldOut.folds);
  const summary = { ...report, labels: examples.all, trained: true, needs: null };
  const judge = (id: number) => judgementFor(table, learner, id);
  return {
    summary: { ...summary, trainingMs: now() - started },
    answer: (id) => answerFor(table, learner, id),
    judge,
    decide: (id) => judge(id)?.decision ?? null,
    outcomes,
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
  return {
    summary,
    answer: () => null,
    judge: () => null,
    decide: () => null,
    outcomes: [],
  };
}
