import { positiveDefiniteInverse } from './positive-definite-inverse';

/** One choice between two items, by their numbers 0..n-1. */
export interface Choice {
  readonly winner: number;
  readonly loser: number;
}

export interface BradleyTerry {
  /** Log-odds of each item against one of average strength. */
  readonly strengths: Float64Array;
  /** n x n, row-major: how uncertain the strengths are, and how they hang together. */
  readonly covariance: Float64Array;
}

/**
 * A priori two items drawn at random have strengths that differ by about 1.4: the better one would be chosen three times
 * in four.
 */
const PRIOR_VARIANCE = 1;
const MOST_STEPS = 50;
const ENOUGH = 1e-10;

/**
 * Strengths from choices: `P(i over j) = 1 / (1 + exp(strength_j - strength_i))` (Bradley & Terry, Rank analysis of
 * incomplete block designs, Biometrika 39, 1952). The strengths are the most probable ones under a normal prior around 0,
 * found by Newton's method on the concave log-posterior; it exists for any choices, which the maximum likelihood of Hunter
 * (MM algorithms for generalized Bradley-Terry models, Annals of Statistics 32, 2004) does not. The covariance is the
 * inverse of the negative Hessian at that point (Laplace's approximation).
 *
 * @param count number of items
 * @param priorVariance of each strength, > 0
 */
export function fitBradleyTerry(
  count: number,
  choices: readonly Choice[],
  priorVariance = PRIOR_VARIANCE,
): BradleyTerry {
  let strengths: Float64Array = new Float64Array(count);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = derivatives(strengths, choices, priorVariance);
    const move = times(positiveDefiniteInverse(curvature, count), slope);
    strengths = uphill(strengths, move, choices, priorVariance);
    if (move.every((value) => Math.abs(value) < ENOUGH)) break;
  }
  const { curvature } = derivatives(strengths, choices, priorVariance);
  return { strengths, covariance: positiveDefiniteInverse(curvature, count) };
}

/** How likely an item of strength `a` is chosen over one of strength `b`. */
export function winProbability(a: number, b: number): number {
  return 1 / (1 + Math.exp(b - a));
}

/** Variance of the difference of two strengths. */
export function differenceVariance({ covariance }: BradleyTerry, a: number, b: number): number {
  const n = Math.sqrt(covariance.length);
  return covariance[a * n + a]! + covariance[b * n + b]! - 2 * covariance[a * n + b]!;
}

function derivatives(
  strengths: Float64Array,
  choices: readonly Choice[],
  priorVariance: number,
): { slope: Float64Array; curvature: Float64Array } {
  const n = strengths.length;
  const slope = strengths.map((strength) => -strength / priorVariance);
  const curvature = new Float64Array(n * n);
  for (let i = 0; i < n; i++) curvature[i * n + i] = 1 / priorVariance;
  for (const { winner, loser } of choices) {
    const p = winProbability(strengths[winner]!, strengths[loser]!);
    slope[winner]! += 1 - p;
    slope[loser]! -= 1 - p;
    const weight = p * (1 - p);
    curvature[winner * n + winner]! += weight;
    curvature[loser * n + loser]! += weight;
    curvature[winner * n + loser]! -= weight;
    curvature[loser * n + winner]! -= weight;
  }
  return { slope, curvature };
}

/** A Newton step, halved until it does not lead downhill. */
function uphill(
  from: Float64Array,
  move: Float64Array,
  choices: readonly Choice[],
  priorVariance: number,
): Float64Array {
  const before = logPosterior(from, choices, priorVariance);
  for (let share = 1; share > ENOUGH; share /= 2) {
    const to = from.map((value, i) => value + share * move[i]!);
    if (logPosterior(to, choices, priorVariance) >= before) return to;
  }
  return from;
}

function logPosterior(
  strengths: Float64Array,
  choices: readonly Choice[],
  priorVariance: number,
): number {
  let sum = 0;
  for (const strength of strengths) sum -= (strength * strength) / (2 * priorVariance);
  for (const { winner, loser } of choices)
    sum -= Math.log1p(Math.exp(strengths[loser]! - strengths[winner]!));
  return sum;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    return sum;
  });
}
