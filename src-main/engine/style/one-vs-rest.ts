import {
  decisionOf,
  trainSupportVectors,
  type SupportVectorMachine,
} from '../kernel/support-vector-machine';

export interface LabelledGram {
  /** n x n kernel values of the examples. */
  gram: Float64Array;
  /** For every label, whether each of the n examples carries it; each label has both kinds. */
  carries: readonly (readonly boolean[])[];
}

export interface HeldOut {
  /** For every label, the decision value of each example from a machine that had not seen it. */
  decisions: Float64Array[];
  folds: number;
}

const COST = 10;
const LEAVE_ONE_OUT_UP_TO = 60;
const FOLDS = 10;

/** One machine a label against all works without it; both sides weigh the same however few they are. */
export function trainOneVsRest({ gram, carries }: LabelledGram): SupportVectorMachine[] {
  return carries.map((flags) => trainOn(gram, flags));
}

/**
 * Decision values for examples the machine was not trained on: leave-one-out for up to 60 examples, else ten
 * folds through which every label is dealt evenly. Folds depend on the examples' order alone.
 */
export function crossValidate({ gram, carries }: LabelledGram): HeldOut {
  const n = carries[0]?.length ?? 0;
  const folds = n <= LEAVE_ONE_OUT_UP_TO ? n : FOLDS;
  const foldOf = dealFolds(carries, n, folds);
  const decisions = carries.map(() => new Float64Array(n));
  for (let fold = 0; fold < folds; fold++) {
    const kept = foldOf.flatMap((f, i) => (f === fold ? [] : [i]));
    const held = foldOf.flatMap((f, i) => (f === fold ? [i] : []));
    const part = gramOf(gram, n, kept, kept);
    const beside = gramOf(gram, n, held, kept);
    carries.forEach((flags, label) => {
      const machine = trainOn(
        part,
        kept.map((i) => flags[i]!),
      );
      held.forEach((i, row) => {
        const values = beside.subarray(row * kept.length, (row + 1) * kept.length);
        decisions[label]![i] = decisionOf(machine, values);
      });
    });
  }
  return { decisions, folds };
}

function dealFolds(carries: LabelledGram['carries'], n: number, folds: number): number[] {
  const firstLabel = Array.from({ length: n }, (_, i) => carries.findIndex((flags) => flags[i]));
  const order = firstLabel
    .map((_, i) => i)
    .sort((a, b) => firstLabel[a]! - firstLabel[b]! || a - b);
  const foldOf = new Array<number>(n).fill(0);
  order.forEach((example, place) => (foldOf[example] = place % folds));
  return foldOf;
}

/** The kernel values of some rows and columns. */
function gramOf(
  gram: Float64Array,
  n: number,
  rows: readonly number[],
  columns: readonly number[],
): Float64Array {
  const part = new Float64Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) for (const column of columns) part[at++] = gram[row * n + column]!;
  return part;
}

/** @param gram kernel values of exactly the examples that `flags` tells of */
function trainOn(gram: Float64Array, flags: readonly boolean[]): SupportVectorMachine {
  const m = flags.length;
  const signs = Int8Array.from(flags, (flag) => (flag ? 1 : -1));
  const positives = signs.filter((sign) => sign === 1).length;
  if (positives === 0 || positives === m)
    return { coefficients: new Float64Array(m), rho: positives === 0 ? 1 : -1 };
  const bounds = Float64Array.from(
    signs,
    (sign) => (COST * m) / (2 * (sign === 1 ? positives : m - positives)),
  );
  return trainSupportVectors({ gram, signs, bounds });
}
