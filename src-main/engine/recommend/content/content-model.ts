import { AXES } from '../../../contract';
import { positiveDefiniteInverse } from '../../kernel/positive-definite-inverse';
import { remember } from '../../kernel/remember';
import { dotRows } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import type { Axis } from '../closeness';
import type { Taste } from '../taste';
import {
  CONTENT_TERMS,
  contentKernel,
  contentTerm,
  spreadOf,
  traitDeviation,
  traitDeviations,
  traitWeight,
  type ContentTerm,
} from './content-terms';

export interface JudgedWork {
  id: number;
  row: number;
  coefficient: number;
  /** The score that the model would give it had it been learnt from the others alone. */
  byOthers: number;
}

/** A linear model of a taste: what every judged work counts, and the direction that all of them make together. */
export interface ContentModel {
  /** Judged works the table holds, liked and turned down. */
  works: readonly JudgedWork[];
  /** One direction an axis, to be multiplied with the plain vectors. */
  axes: Record<Axis, Float32Array>;
  /** To be multiplied with the traits' deviations. */
  traits: Float32Array;
  /** Added to every score, so that the library's mean scores 0. */
  offset: number;
}

/** What one judged work adds to a score by one term. */
export interface Contribution {
  term: ContentTerm;
  id: number;
  amount: number;
}

/**
 * The ridge: how much the model would rather be simple than repeat each opinion. At 1 a single like of full weight makes a
 * work like it score a half, and several that agree make it score more.
 */
const RIDGE = 1;

/**
 * Learns what is liked (+1) against what was turned down (-1) by ridge regression with weights (Hoerl & Kennard 1970) on the
 * style, subject and palette vectors and the measured traits, all as deviations from the library: the library's mean is
 * what a person has no opinion of. Solved in the dual form `(K + ridge / weight) a = y`, in which the score of a work is a
 * sum of one term for each judged work and axis, so that a reason can be read from it.
 */
export function fitContent(table: WorkTable, { liked, disliked }: Taste): ContentModel {
  const judged = [
    ...[...liked].map(([id, weight]) => ({ id, weight, target: 1 })),
    ...[...disliked].map(([id, weight]) => ({ id, weight, target: -1 })),
  ].flatMap((work) => {
    const row = table.rowOf.get(work.id);
    return row === undefined || work.weight <= 0 ? [] : [{ ...work, row }];
  });
  const n = judged.length;
  const system = new Float64Array(n * n);
  const kernel = kernelsOf(table);
  judged.forEach((a, i) => {
    for (let j = 0; j <= i; j++) system[i * n + j] = kernel(a.row, judged[j]!.row);
    system[i * n + i]! += RIDGE / a.weight;
  });
  const inverse = n > 0 ? positiveDefiniteInverse(system, n) : system;
  const works = judged.map(({ id, row, target: own }, i) => {
    const coefficient = judged.reduce(
      (sum, { target }, j) => sum + inverse[i * n + j]! * target,
      0,
    );
    // Leave-one-out in closed form: Rifkin & Lippert, Notes on regularized least squares, 2007, section 3.
    return { id, row, coefficient, byOthers: own - coefficient / inverse[i * n + i]! };
  });
  return { works, ...directions(table, works) };
}

/** Kernels of pairs that were asked for before: one more like asks for one more row of them. */
const kernelsOf = remember((table: WorkTable) => {
  const known = new Map<number, number>();
  return (a: number, b: number): number => {
    const key = Math.min(a, b) * table.ids.length + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = contentKernel(table, a, b);
    known.set(key, value);
    return value;
  };
});

function directions(
  table: WorkTable,
  works: ContentModel['works'],
): Pick<ContentModel, 'axes' | 'traits' | 'offset'> {
  const spread = spreadOf(table);
  let offset = 0;
  const along = (axis: Axis): Float32Array => {
    const { data, dim } = table[axis];
    const { mean, weight } = spread.axes[axis];
    const direction = new Float32Array(dim);
    for (const { row, coefficient } of works)
      for (let i = 0, p = row * dim; i < dim; i++, p++)
        direction[i]! += weight * coefficient * (data[p]! - mean[i]!);
    offset -= dotRows(direction, 0, mean, 0, dim);
    return direction;
  };
  const axes = { style: along('style'), subject: along('subject'), palette: along('palette') };
  const traits = new Float32Array(table.traits.dim);
  for (const { row, coefficient } of works)
    traitDeviations(table, row).forEach((away, t) => {
      traits[t]! += traitWeight(table) * coefficient * away;
    });
  return { axes, traits, offset };
}

/** How much a work is to this taste: about 1 for what is liked, 0 for the library's mean, -1 for what is turned down. */
export function contentScore(table: WorkTable, model: ContentModel, row: number): number {
  const onAxes = AXES.reduce((sum, axis) => {
    const { data, dim } = table[axis];
    return sum + dotRows(data, row, model.axes[axis], 0, dim);
  }, model.offset);
  return onAxes + alongTraits(table, model.traits, row);
}

function alongTraits(table: WorkTable, direction: Float32Array, row: number): number {
  let sum = 0;
  for (let t = 0; t < direction.length; t++) sum += direction[t]! * traitDeviation(table, row, t);
  return sum;
}

/** `contentScore` of every work. @returns one score a row of the table */
export function contentScores(table: WorkTable, model: ContentModel): Float64Array {
  const scores = new Float64Array(table.ids.length).fill(model.offset);
  for (const axis of AXES) {
    const { data, dim } = table[axis];
    const direction = model.axes[axis];
    for (let row = 0; row < scores.length; row++)
      scores[row]! += dotRows(data, row, direction, 0, dim);
  }
  for (let row = 0; row < scores.length; row++)
    scores[row]! += alongTraits(table, model.traits, row);
  return scores;
}

/** The score of a work, taken apart by judged work and term; they sum to `contentScore`. */
export function contributionsTo(
  table: WorkTable,
  { works }: ContentModel,
  row: number,
): Contribution[] {
  return works.flatMap(({ id, row: other, coefficient }) =>
    CONTENT_TERMS.map((term) => ({
      term,
      id,
      amount: coefficient * contentTerm(table, term, row, other),
    })),
  );
}
