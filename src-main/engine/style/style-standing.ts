import type { StyleStanding } from '../../contract';
import { wilsonInterval } from '../kernel/wilson-interval';
import type { Learnt } from './my-styles';

/** A label is proven when its works are recognised more often than this, beyond reasonable doubt. */
const PROVEN = 0.7;
/** With fewer examples than this not even a flawless test proves a label: 9, as 9 of 9 gives 70 to 100 %. */
const ENOUGH = fewestForProof();

/**
 * How far the learnt styles can be trusted: the share of examples that were answered rightly when held out, with its
 * 95 % Wilson interval (held-out answers share most of their training, so that the interval is a little narrower than
 * the truth). 'More examples' follows one plain rule: each label should have as many as a flawless test needs to prove
 * that it is recognised in 70 of 100 cases. It promises no gain; it says from when on one can know.
 */
export function standingOf({ summary, outcomes }: Learnt): StyleStanding {
  const right = outcomes.filter(({ truth, answer }) => truth === answer).length;
  const tested = outcomes.length;
  return {
    accuracy:
      tested > 0
        ? { value: right / tested, ...wilsonInterval(right, tested), right, tested }
        : null,
    labels: summary.labels.map(({ label, examples }) => ({
      label,
      examples: examples.length,
      more: Math.max(0, ENOUGH - examples.length),
    })),
  };
}

function fewestForProof(): number {
  let trials = 1;
  while (wilsonInterval(trials, trials).low < PROVEN) trials++;
  return trials;
}
