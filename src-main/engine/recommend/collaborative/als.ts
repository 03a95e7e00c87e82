import { dotAt } from '../../kernel/dot-at';
import { implicitFactors, implicitRoom } from '../../kernel/implicit-factors';
import { seededRandom } from '../../kernel/random';
import { rowOf, transposed, type Interactions } from './interactions';
import type { Scorer } from './scorer';

export interface AlsOptions {
  /** Length of the vectors. */
  dim: number;
  /** Weight of all pairs against 1 for a seen one (alpha_0). */
  unobservedWeight: number;
  /** Of the vectors' squared lengths, before it is scaled by how often a row was seen. */
  regularisation: number;
  /** Rounds over users and items. */
  rounds: number;
  seed: number;
}

/** Standard deviation of the vectors at the start, before it is divided by the root of their length. */
const START_DEVIATION = 0.1;
/** Of conjugate gradients in each round; the next round goes on from there. */
const STEPS = 3;

/** Rows of `dim` numbers by user and by item. */
export interface AlsFactors {
  users: Float64Array;
  items: Float64Array;
}

/**
 * Alternating least squares on implicit feedback (Hu, Koren & Volinsky 2008) with regularisation scaled by frequency, a
 * tuned unobserved weight and small starting vectors: Rendle et al., Revisiting the performance of iALS on item
 * recommendation benchmarks, RecSys 2022, sections 3.3 and 4.
 */
export function alternate(matrix: Interactions, options: AlsOptions): AlsFactors {
  const byItem = transposed(matrix);
  const users = new Float64Array(matrix.users * options.dim);
  const items = startingVectors(matrix.items, options);
  for (let round = 0; round < options.rounds; round++) {
    solveSide(matrix, users, items, options);
    solveSide(byItem, items, users, options);
  }
  return { users, items };
}

/** A history is folded into what {@link alternate} found by the users' half of a round. */
export function fitAls(matrix: Interactions, options: AlsOptions): Scorer {
  const { dim } = options;
  const { items } = alternate(matrix, options);
  const side = sideOf(items, options);
  const vector = new Float64Array(dim);
  return {
    score(history, out) {
      const seen = history.liked;
      vector.fill(0);
      const regularisation = scaled(seen.length, matrix.items, options);
      implicitFactors({ seen, ...side, regularisation }, vector, dim);
      for (let item = 0; item < out.length; item++)
        out[item] = dotAt(items, item * dim, vector, 0, dim);
    },
  };
}

function sideOf(factors: Float64Array, { dim, unobservedWeight }: AlsOptions) {
  return { factors, dim, unobservedWeight, gram: gramOf(factors, dim) };
}

/** Rows that were seen often are held back more: with the exponent nu of Rendle et al. at 1, as in their best settings. */
function scaled(seen: number, others: number, options: AlsOptions): number {
  return options.regularisation * (seen + options.unobservedWeight * others);
}

function solveSide(
  matrix: Interactions,
  own: Float64Array,
  other: Float64Array,
  options: AlsOptions,
): void {
  const { dim } = options;
  const side = sideOf(other, options);
  const room = implicitRoom(dim);
  for (let row = 0; row < matrix.users; row++) {
    const seen = rowOf(matrix, row);
    const regularisation = scaled(seen.length, matrix.items, options);
    const vector = own.subarray(row * dim, (row + 1) * dim);
    implicitFactors({ ...side, seen, regularisation }, vector, STEPS, room);
  }
}

/** `factors' factors`. */
function gramOf(factors: Float64Array, dim: number): Float64Array {
  const gram = new Float64Array(dim * dim);
  for (let row = 0; row < factors.length; row += dim)
    for (let a = 0; a < dim; a++) {
      const value = factors[row + a]!;
      for (let b = 0; b <= a; b++) gram[a * dim + b]! += value * factors[row + b]!;
    }
  for (let a = 0; a < dim; a++) for (let b = 0; b < a; b++) gram[b * dim + a] = gram[a * dim + b]!;
  return gram;
}

/** Normally distributed, by the method of Box and Muller. */
function startingVectors(rows: number, { dim, seed }: AlsOptions): Float64Array {
  const random = seededRandom(seed);
  const deviation = START_DEVIATION / Math.sqrt(dim);
  return Float64Array.from(
    { length: rows * dim },
    () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}
