/** `P(positive | decision value f) = 1 / (1 + exp(a * f + b))`; a < 0 where higher values mean positive. */
export interface Sigmoid {
  a: number;
  b: number;
}

const MAX_ROUNDS = 100;
const SMALLEST_STEP = 1e-10;
const RIDGE = 1e-12;
const FLAT = 1e-5;

/**
 * Fits a sigmoid that turns decision values into probabilities: Platt 1999, by Newton's method with
 * backtracking as in Lin, Lin & Weng, 'A note on Platt's probabilistic outputs for support vector machines',
 * Machine Learning 68, 2007, algorithm 1. The targets are Platt's (N+ + 1) / (N+ + 2) and 1 / (N- + 2) rather
 * than 1 and 0, so that few examples never yield certainty.
 *
 * @param decisions held-out values; values of the training examples themselves would be too sure
 * @param positive whether each belongs to the positive class
 */
export function fitSigmoid(decisions: ArrayLike<number>, positive: ArrayLike<boolean>): Sigmoid {
  const { targets, prior } = smoothedTargets(positive);
  let sigmoid: Sigmoid = { a: 0, b: prior };
  let loss = crossEntropy(decisions, targets, sigmoid);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = newtonStep(decisions, targets, sigmoid);
    if (!step) break;
    const next = backtrack(decisions, targets, sigmoid, step, loss);
    if (!next) break;
    [sigmoid, loss] = [next.sigmoid, next.loss];
  }
  return sigmoid;
}

/** The probability that belongs to a decision value; computed so that it never overflows. */
export function sigmoidAt(decision: number, { a, b }: Sigmoid): number {
  const x = a * decision + b;
  return x >= 0 ? Math.exp(-x) / (1 + Math.exp(-x)) : 1 / (1 + Math.exp(x));
}

function smoothedTargets(positive: ArrayLike<boolean>): { targets: Float64Array; prior: number } {
  let count = 0;
  for (let i = 0; i < positive.length; i++) if (positive[i]) count++;
  const high = (count + 1) / (count + 2);
  const low = 1 / (positive.length - count + 2);
  const targets = Float64Array.from({ length: positive.length }, (_, i) =>
    positive[i] ? high : low,
  );
  return { targets, prior: Math.log((positive.length - count + 1) / (count + 1)) };
}

function crossEntropy(f: ArrayLike<number>, targets: Float64Array, { a, b }: Sigmoid): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    const x = a * f[i]! + b;
    const t = targets[i]!;
    sum += x >= 0 ? t * x + Math.log1p(Math.exp(-x)) : (t - 1) * x + Math.log1p(Math.exp(x));
  }
  return sum;
}

interface Step {
  a: number;
  b: number;
  /** Directional derivative, negative: how fast the loss falls along the step. */
  slope: number;
}

/** Newton's direction, or null where the gradient is flat. */
function newtonStep(f: ArrayLike<number>, targets: Float64Array, sigmoid: Sigmoid): Step | null {
  let haa = RIDGE;
  let hbb = RIDGE;
  let hab = 0;
  let ga = 0;
  let gb = 0;
  for (let i = 0; i < targets.length; i++) {
    const value = f[i]!;
    const p = sigmoidAt(value, sigmoid);
    const weight = p * (1 - p);
    haa += value * value * weight;
    hbb += weight;
    hab += value * weight;
    ga += value * (targets[i]! - p);
    gb += targets[i]! - p;
  }
  if (Math.abs(ga) < FLAT && Math.abs(gb) < FLAT) return null;
  const determinant = haa * hbb - hab * hab;
  const a = -(hbb * ga - hab * gb) / determinant;
  const b = -(-hab * ga + haa * gb) / determinant;
  return { a, b, slope: ga * a + gb * b };
}

function backtrack(
  f: ArrayLike<number>,
  targets: Float64Array,
  from: Sigmoid,
  step: Step,
  loss: number,
): { sigmoid: Sigmoid; loss: number } | null {
  for (let size = 1; size >= SMALLEST_STEP; size /= 2) {
    const sigmoid = { a: from.a + size * step.a, b: from.b + size * step.b };
    const next = crossEntropy(f, targets, sigmoid);
    if (next < loss + 1e-4 * size * step.slope) return { sigmoid, loss: next };
  }
  return null;
}
