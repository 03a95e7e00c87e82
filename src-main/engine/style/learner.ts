import type { Axis } from '../../contract';
import { axisScaleOf } from '../kernel/axis-similarity';
import { fitSigmoid, type Sigmoid } from '../kernel/platt-scaling';
import type { SupportVectorMachine } from '../kernel/support-vector-machine';
import { gatherRows } from '../kernel/vector-rows';
import type { VectorTable, WorkTable } from '../storage/work-table';
import type { Example, Examples } from './examples';
import { crossValidate, trainOneVsRest, type HeldOut, type LabelledGram } from './one-vs-rest';
import { similarityOn } from './similarity-on';
import { kernelAt, kernelWidth, styleCosines } from './style-kernel';

/** Everything that is needed to judge a work: plain data, which a thread or a file can hold. */
export interface Learner {
  /** Whose vectors it was taught on. */
  axis: Axis;
  labels: readonly string[];
  /** The examples by their ids; 0 for one that is not in this library. */
  ids: readonly number[];
  /** For every label, whether each example carries it. */
  carries: readonly (readonly boolean[])[];
  /** Vectors of the examples on that axis. */
  vectors: VectorTable;
  /** Of the Gaussian kernel, see `kernelWidth`. */
  width: number;
  machines: readonly SupportVectorMachine[];
  /** Null for one that comes from elsewhere: none of its examples is judged here. */
  heldOut: HeldOut | null;
  sigmoid: Sigmoid;
  /** No example carries two labels: then the labels compete for one answer. */
  exclusive: boolean;
  /** Least cosine to the nearest example at which an answer is given. */
  familiar: number;
}

/** As it comes from training: with what was answered for the examples themselves. */
export interface TrainedLearner extends Learner {
  heldOut: HeldOut;
}

/**
 * Trains a machine for each learnable label and the one sigmoid that makes probabilities of their values. The sigmoid is
 * fitted to leave-one-out values of all labels together: the machines share kernel, cost and balance, and one curve
 * through n x labels values is steadier than many through n each.
 */
export function train(
  table: WorkTable,
  { learnable: labels, works }: Examples,
  axis: Axis,
): TrainedLearner {
  const rows = works.map(({ row }) => row);
  const { data, dim } = table[axis];
  const vectors = { dim, data: gatherRows(data, dim, rows) };
  const width = kernelWidth(table[axis]);
  const carries = labels.map((label) => works.map((work) => work.labels.has(label)));
  const set: LabelledGram = { gram: gramOf(vectors, rows.length, width), carries };
  const heldOut = crossValidate(set);
  return {
    axis,
    labels,
    ids: works.map(({ id }) => id),
    carries,
    vectors,
    width,
    machines: trainOneVsRest(set),
    heldOut,
    sigmoid: fitSigmoid(
      heldOut.decisions.flatMap((d) => [...d]),
      carries.flat(),
    ),
    exclusive: works.every((work) => labels.filter((label) => work.labels.has(label)).length === 1),
    familiar: familiarity(table, works, axis),
  };
}

function gramOf(vectors: VectorTable, n: number, width: number): Float64Array {
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    gram.set(
      styleCosines(vectors, i, vectors).map((cosine) => kernelAt(cosine, width)),
      i * n,
    );
  return gram;
}

/**
 * How much of the way from an ordinary pair to a pair of fellows a work must have come. On the sample portfolio, with
 * five labelled works in each of three series, 0.75 answers 'not sure' for 82 % of the works of unlabelled series and
 * names 83 % of the rest rightly (0.5: 66 % and 88 %). With three labelled works: 85 % and 59 % (0.5: 71 % and 69 %).
 */
const KNOWN_GROUND = 0.75;

/**
 * How near an example a work must be to be on known ground, as a cosine: between the similarity of an ordinary pair of
 * the library and that of an example to its nearest fellow.
 */
function familiarity(table: WorkTable, works: readonly Example[], axis: Axis): number {
  const { median, floor } = axisScaleOf(table[axis]);
  const ordinary = (median - floor) / (1 - floor);
  const nearest = works.map((work) => {
    const fellows = works.filter(
      (other) => other !== work && [...other.labels].some((label) => work.labels.has(label)),
    );
    return Math.max(0, ...fellows.map(({ row }) => similarityOn(axis, table, work.row, row)));
  });
  const fellow = nearest.reduce((sum, s) => sum + s, 0) / nearest.length;
  const least = Math.min(fellow, ordinary + KNOWN_GROUND * (fellow - ordinary));
  // Similarity 0 stands for every cosine at the floor and below.
  return least > 0 ? floor + least * (1 - floor) : -1;
}
