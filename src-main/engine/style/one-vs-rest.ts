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
  const all = Array.from({ length: carries[0]?.length ?? 0 }, (_, i) => i);
  return carries.map((flags) => trainOn(gram, flags, all));
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
    carries.forEach((flags, label) => {
      const machine = trainOn(gram, flags, kept);
      for (const i of held) decisions[label]![i] = decisionOf(machine, gramRow(gram, n, i, kept));
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

function gramRow(gram: Float64Array, n: number, row: number, columns: readonly number[]) {
  return Float64Array.from(columns, (column) => gram[row * n + column]!);
}

function trainOn(
  gram: Float64Array,
  flags: readonly boolean[],
  kept: readonly number[],
): SupportVectorMachine {
  const n = flags.length;
  const m = kept.length;
  const signs = Int8Array.from(kept, (i) => (flags[i] ? 1 : -1));
  const positives = signs.filter((sign) => sign === 1).length;
  if (positives === 0 || positives === m)
    return { coefficients: new Float64Array(m), rho: positives === 0 ? 1 : -1 };
  const bounds = Float64Array.from(
    signs,
    (sign) => (COST * m) / (2 * (sign === 1 ? positives : m - positives)),
  );
  const part = new Float64Array(m * m);
  kept.forEach((i, row) => part.set(gramRow(gram, n, i, kept), row * m));
  return trainSupportVectors({ gram: part, signs, bounds });
}
