import type { LearntStyles } from '../../contract';
import type { Examples } from './examples';
import type { HeldOut } from './one-vs-rest';

/** What was answered for one example by machines that had not seen it. */
export interface Outcome {
  id: number;
  truth: string;
  answer: string;
}

/**
 * A work with several labels counts as right when the answer is one of them; otherwise its first label is taken as
 * the truth.
 */
export function validationOutcomes(
  { learnable, works }: Examples,
  { decisions }: HeldOut,
): Outcome[] {
  return works.map((work, i) => {
    const answer = bestLabel(learnable, decisions, i);
    const truth = work.labels.has(answer)
      ? answer
      : learnable.find((label) => work.labels.has(label));
    return { id: work.id, truth: truth ?? answer, answer };
  });
}

/** How well the labels were told apart on works the machines had not seen. */
export function validationReport(
  { all, learnable, works }: Examples,
  outcomes: readonly Outcome[],
  folds: number,
): Pick<LearntStyles, 'accuracy' | 'baseline' | 'confusion' | 'folds'> {
  const place = new Map(all.map(({ label }, i) => [label, i]));
  const confusion = all.map(() => new Array<number>(all.length).fill(0));
  for (const { truth, answer } of outcomes) confusion[place.get(truth)!]![place.get(answer)!]!++;
  const right = outcomes.filter(({ truth, answer }) => truth === answer).length;
  const sizes = learnable.map((label) => works.filter((work) => work.labels.has(label)).length);
  return {
    accuracy: right / works.length,
    baseline: Math.max(...sizes) / works.length,
    confusion,
    folds,
  };
}

function bestLabel(labels: readonly string[], decisions: readonly Float64Array[], i: number) {
  let best = 0;
  for (let l = 1; l < labels.length; l++) if (decisions[l]![i]! > decisions[best]![i]!) best = l;
  return labels[best]!;
}
