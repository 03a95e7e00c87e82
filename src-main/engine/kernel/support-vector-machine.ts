/** A trained two-class machine: `decision(x) = sum(coefficients[i] * K(x_i, x)) - rho`. */
export interface SupportVectorMachine {
  /** One per training example, signed; 0 where the example is no support vector. */
  coefficients: Float64Array;
  rho: number;
}

export interface TrainingSet {
  /** Kernel values of every pair of examples, n x n row-major, symmetric, positive semi-definite. */
  gram: Float64Array;
  /** +1 or -1 for every example; both must occur. */
  signs: Int8Array;
  /** Upper bound of every example's weight (C, divided by class for unequal classes), > 0. */
  bounds: Float64Array;
}

interface State extends TrainingSet {
  n: number;
  alpha: Float64Array;
  gradient: Float64Array;
}

const TOLERANCE = 1e-3;
const TAU = 1e-12;
const MAX_STEPS = 100_000;

/**
 * Soft-margin support vector classification over a given kernel matrix: sequential minimal optimisation
 * with second-order choice of the working pair (Fan, Chen & Lin, 'Working set selection using second
 * order information', JMLR 6, 2005, WSS 2), the stopping rule and the computation of rho as in Chang &
 * Lin, 'LIBSVM: a library for support vector machines', sections 4.1.2 and 4.1.5. Deterministic.
 */
export function trainSupportVectors(set: TrainingSet): SupportVectorMachine {
  const n = set.signs.length;
  if (set.gram.length !== n * n) throw new RangeError(`Expected ${n * n} kernel values`);
  const state: State = {
    ...set,
    n,
    alpha: new Float64Array(n),
    gradient: new Float64Array(n).fill(-1),
  };
  for (let step = 0; step < MAX_STEPS; step++) {
    const pair = choosePair(state);
    if (!pair) break;
    optimisePair(state, pair[0], pair[1]);
  }
  return { coefficients: state.alpha.map((a, i) => a * set.signs[i]!), rho: offsetOf(state) };
}

/** Value of the machine for one example of the kernel matrix. */
export function decisionOf(machine: SupportVectorMachine, kernelRow: ArrayLike<number>): number {
  let sum = -machine.rho;
  for (let i = 0; i < machine.coefficients.length; i++)
    sum += machine.coefficients[i]! * kernelRow[i]!;
  return sum;
}

function mayRise({ signs, alpha, bounds }: State, i: number): boolean {
  return signs[i] === 1 ? alpha[i]! < bounds[i]! : alpha[i]! > 0;
}

function mayFall({ signs, alpha, bounds }: State, i: number): boolean {
  return signs[i] === 1 ? alpha[i]! > 0 : alpha[i]! < bounds[i]!;
}

/** The most violating example and the partner that promises the largest decrease; null when optimal. */
function choosePair(state: State): [number, number] | null {
  const { n, gram, signs, gradient } = state;
  let first = -1;
  let highest = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = -signs[i]! * gradient[i]!;
    if (value > highest && mayRise(state, i)) [first, highest] = [i, value];
  }
  let second = -1;
  let lowest = Infinity;
  let best = Infinity;
  for (let j = 0; first >= 0 && j < n; j++) {
    if (!mayFall(state, j)) continue;
    const value = -signs[j]! * gradient[j]!;
    lowest = Math.min(lowest, value);
    const violation = highest - value;
    if (violation <= 0) continue;
    const curvature = gram[first * n + first]! + gram[j * n + j]! - 2 * gram[first * n + j]!;
    const decrease = -(violation * violation) / Math.max(curvature, TAU);
    if (decrease < best) [second, best] = [j, decrease];
  }
  return second >= 0 && highest - lowest >= TOLERANCE ? [first, second] : null;
}

/** Moves the pair along the line that keeps the constraint, clipped to both bounds. */
function optimisePair(state: State, i: number, j: number): void {
  const { n, gram, signs, alpha, gradient, bounds } = state;
  const curvature = Math.max(gram[i * n + i]! + gram[j * n + j]! - 2 * gram[i * n + j]!, TAU);
  const violation = -signs[i]! * gradient[i]! + signs[j]! * gradient[j]!;
  const roomI = signs[i] === 1 ? bounds[i]! - alpha[i]! : alpha[i]!;
  const roomJ = signs[j] === 1 ? alpha[j]! : bounds[j]! - alpha[j]!;
  const step = Math.min(violation / curvature, roomI, roomJ);
  // exactly onto the bound where the step ends there: rounding would leave a sliver of room for ever
  if (step === roomI) alpha[i] = signs[i] === 1 ? bounds[i]! : 0;
  else alpha[i]! += signs[i]! * step;
  if (step === roomJ) alpha[j] = signs[j] === 1 ? 0 : bounds[j]!;
  else alpha[j]! -= signs[j]! * step;
  for (let t = 0; t < n; t++)
    gradient[t]! += signs[t]! * step * (gram[i * n + t]! - gram[j * n + t]!);
}

function offsetOf(state: State): number {
  const { n, signs, alpha, gradient, bounds } = state;
  let sum = 0;
  let free = 0;
  let upper = Infinity;
  let lower = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = signs[i]! * gradient[i]!;
    if (alpha[i]! > 0 && alpha[i]! < bounds[i]!) {
      sum += value;
      free++;
    } else if (mayRise(state, i)) upper = Math.min(upper, value);
    else lower = Math.max(lower, value);
  }
  return free > 0 ? sum / free : (upper + lower) / 2;
}
