import type { LearntStyles } from '../../contract';
import type { Examples } from './examples';
import type { HeldOut } from './one-vs-rest';

/**
 * How well the labels were told apart on works the machines had not seen. A work with several labels counts as
 * right when the answer is one of them; otherwise it stands in the row of its first.
 */
export function validationReport(
  { all, learnable, works }: Examples,
  { decisions, folds }: HeldOut,
): Pick<LearntStyles, 'accuracy' | 'baseline' | 'confusion' | 'folds'> {
  const place = new Map(all.map(({ label }, i) => [label, i]));
  const confusion = all.map(() => new Array<number>(all.length).fill(0));
  let right = 0;
  works.forEach((work, i) => {
    const answer = bestLabel(learnable, decisions, i);
    const isRight = work.labels.has(answer);
    if (isRight) right++;
    const truth = isRight ? answer : learnable.find((label) => work.labels.has(label));
    confusion[place.get(truth ?? answer)!]![place.get(answer)!]!++;
  });
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
