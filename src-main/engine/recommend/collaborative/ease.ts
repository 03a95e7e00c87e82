import { topRanked } from '../../kernel/top-ranked';
import {
  countsOf,
  rowOf,
  within,
  type History,
  type Interactions,
  type Signals,
} from './interactions';
import {
  invertItems,
  invertUsers,
  type Applied,
  type RegularisedInverse,
} from './regularised-inverse';
import type { Scorer } from './scorer';

export interface EaseOptions {
  /** Weight of the squared weights, > 0. */
  lambda: number;
  /** Added to it for every time an item was chosen, >= 0; what training with dropout comes to. 0 is plain EASE. */
  dropout: number;
  /** A user of n choices counts n to the power of minus this, 0..1. 0 is plain EASE. */
  evenness: number;
}

/** Side of the largest matrix that is inverted: some 16 s, and 256 MB. */
export const MOST_SOLVED = 4000;

/**
 * EASE in closed form: the item-item weights B that rebuild every row of X from its other entries best, `min |X - X B|^2 +
 * sum of ridge_i B_ij^2` with a diagonal of zeros: `B = I - P / diag(P)`, `P = (X'X + ridge)^-1`. Steck, Embarrassingly shallow
 * autoencoders for sparse data, WWW 2019, section 3.1; with dropout: Steck, Autoencoders that don't overfit towards the
 * identity, NeurIPS 2020, section 3. A few profiles over a large library cost next to nothing, see
 * `RegularisedInverse`. Where users and items are both more than {@link MOST_SOLVED}, only that many of the most chosen
 * items take part, and the others score 0.
 */
export function fitEase(matrix: Interactions, options: EaseOptions): Scorer {
  return fitTowards({ liked: matrix, met: matrix }, options, (history) => history.liked);
}

/** The same from all that was met towards what is liked of it: `min |L - M B|^2`, again with a diagonal of zeros. */
export function fitEaseOfMet(signals: Signals, options: EaseOptions): Scorer {
  return fitTowards(signals, options, (history) => history.met);
}

type Chosen = (history: History) => Uint32Array;

function fitTowards(signals: Signals, options: EaseOptions, chosen: Chosen): Scorer {
  const { users, items } = signals.met;
  if (Math.min(users, items) <= MOST_SOLVED) return solve(signals, options, chosen);
  const taken = topRanked(countsOf(signals.met), MOST_SOLVED).slice().sort();
  const numbers = new Map(Array.from(taken, (item, i) => [item, i]));
  const met = within(signals.met, numbers);
  const liked = signals.liked === signals.met ? met : within(signals.liked, numbers);
  return widened(solve({ liked, met }, options, chosen), taken, numbers);
}

function widened(inner: Scorer, taken: Uint32Array, numbers: ReadonlyMap<number, number>): Scorer {
  const scores = new Float64Array(taken.length);
  const numbered = (items: Uint32Array) =>
    Uint32Array.from(
      items.filter((item) => numbers.has(item)),
      (item) => numbers.get(item)!,
    );
  return {
    score({ user, liked, met }, out) {
      inner.score({ user, liked: numbered(liked), met: numbered(met) }, scores);
      out.fill(0);
      taken.forEach((item, i) => (out[item] = scores[i]!));
    },
  };
}

/**
 * For a goal T the weights are `B = P S'T - P diag(gamma)` with `gamma_j = (P S'T)_jj / P_jj`, which is Steck's solution where T
 * is S.
 */
function solve({ liked, met }: Signals, options: EaseOptions, chosen: Chosen): Scorer {
  const { scale, ridge } = weighted(met, options);
  const invert = met.users < met.items ? invertUsers : invertItems;
  const inverse = invert({ matrix: met, scale, ridge });
  const applied = { items: new Float64Array(met.items), users: new Float64Array(met.users) };
  const finish = liked === met ? towardsItself(inverse) : towards(liked, inverse, scale);
  return {
    score(history, out) {
      inverse.apply(history, chosen(history), applied);
      finish(applied, chosen(history), out);
    },
  };
}

function weighted(matrix: Interactions, { lambda, dropout, evenness }: EaseOptions) {
  const scale = Float64Array.from(
    { length: matrix.users },
    (_, user) => Math.max(1, rowOf(matrix, user).length) ** (-evenness / 2),
  );
  const counts = new Float64Array(matrix.items);
  for (let user = 0; user < matrix.users; user++)
    for (const item of rowOf(matrix, user)) counts[item]! += scale[user]! ** 2;
  return { scale, ridge: counts.map((count) => lambda + dropout * count) };
}

type Finish = (applied: Applied, chosen: Uint32Array, out: Float64Array) => void;

function towardsItself({ diagonal }: RegularisedInverse): Finish {
  return ({ items }, chosen, out) => {
    for (let item = 0; item < out.length; item++) out[item] = -items[item]! / diagonal[item]!;
    for (const item of chosen) out[item]! += 1;
  };
}

function towards(goal: Interactions, inverse: RegularisedInverse, scale: Float64Array): Finish {
  const { diagonal } = inverse;
  const gamma = inverse.meeting(goal).map((own, item) => own / diagonal[item]!);
  return ({ items, users }, _chosen, out) => {
    for (let item = 0; item < out.length; item++) out[item] = -items[item]! * gamma[item]!;
    for (let user = 0; user < goal.users; user++) {
      const weight = users[user]! * scale[user]!;
      for (const item of rowOf(goal, user)) out[item]! += weight;
    }
  };
}
