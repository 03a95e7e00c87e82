import { dotAt } from './dot-at';

export interface ImplicitRow {
  /** Numbers of the other side that this row was seen with. */
  seen: ArrayLike<number>;
  /** Vectors of the other side, rows of `dim` numbers. */
  factors: Float64Array;
  dim: number;
  /** `factors' factors` of the whole other side, dim x dim. */
  gram: Float64Array;
  /** Weight of every pair, seen or not, against 1 for a seen one. */
  unobservedWeight: number;
  /** Weight of the squared length of the vector, > 0. */
  regularisation: number;
}

/** Arrays of `dim` numbers that are used again from row to row. */
export interface ImplicitRoom {
  rest: Float64Array;
  towards: Float64Array;
  image: Float64Array;
}

export function implicitRoom(dim: number): ImplicitRoom {
  const room = () => new Float64Array(dim);
  return { rest: room(), towards: room(), image: room() };
}

/** Below this share of the first, a residual is 0 for all purposes. */
const SETTLED = 1e-12;

/**
 * One row of alternating least squares for implicit feedback: moves the vector w towards the minimum of `sum over seen
 * (1 - w.h)^2 + unobservedWeight * sum over all (w.h)^2 + regularisation |w|^2`. Hu, Koren & Volinsky, Collaborative filtering
 * for implicit feedback datasets, ICDM 2008, in the form of Rendle et al., Revisiting the performance of iALS on item
 * recommendation benchmarks, RecSys 2022, equations 1 to 5. The normal equations are solved by conjugate gradients, which a few
 * steps from the last round's vector suffice for: Takacs, Pilaszy & Tikk, Applications of the conjugate gradient method
 * for implicit feedback collaborative filtering, RecSys 2011.
 *
 * @param w `dim` numbers, replaced; no step makes the sum larger
 * @param steps `dim` of them reach the minimum
 */
export function implicitFactors(
  row: ImplicitRow,
  w: Float64Array,
  steps: number,
  { rest, towards, image }: ImplicitRoom = implicitRoom(row.dim),
): void {
  const { dim, seen, factors } = row;
  // Nothing pulls it away from 0; steps towards it would only end in numbers too small to be fast.
  if (seen.length === 0) return void w.fill(0);
  applyNormal(row, w, image);
  for (let a = 0; a < dim; a++) rest[a] = -image[a]!;
  for (let s = 0; s < seen.length; s++)
    for (let a = 0, h = seen[s]! * dim; a < dim; a++) rest[a]! += factors[h + a]!;
  towards.set(rest);
  let square = dotAt(rest, 0, rest, 0, dim);
  const small = square * SETTLED;
  for (let step = 0; step < steps && square > small; step++) {
    applyNormal(row, towards, image);
    const length = square / dotAt(towards, 0, image, 0, dim);
    for (let a = 0; a < dim; a++) {
      w[a]! += length * towards[a]!;
      rest[a]! -= length * image[a]!;
    }
    const before = square;
    square = dotAt(rest, 0, rest, 0, dim);
    for (let a = 0; a < dim; a++) towards[a] = rest[a]! + (square / before) * towards[a]!;
  }
}

/** `(sum over seen h h' + unobservedWeight gram + regularisation I) v`. */
function applyNormal(row: ImplicitRow, v: Float64Array, out: Float64Array): void {
  const { seen, factors, dim, gram, unobservedWeight, regularisation } = row;
  for (let a = 0; a < dim; a++)
    out[a] = unobservedWeight * dotAt(gram, a * dim, v, 0, dim) + regularisation * v[a]!;
  for (let s = 0; s < seen.length; s++) {
    const h = seen[s]! * dim;
    const along = dotAt(factors, h, v, 0, dim);
    for (let a = 0; a < dim; a++) out[a]! += along * factors[h + a]!;
  }
}
