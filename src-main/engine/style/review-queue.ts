import type { Axis, Proposal, ReviewOrder, ReviewQueue } from '../../contract';
import { axisScaleOf, axisSimilarity } from '../kernel/axis-similarity';
import { maximalMarginalRelevance } from '../kernel/mmr';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { pause } from '../storage/yielding';
import type { Judge } from './my-styles';

export interface ReviewOptions {
  order: ReviewOrder;
  limit: number;
  /** Works that are not asked about: those that carry a label, and those skipped. */
  settled: ReadonlySet<number>;
  /** Asked now and then, so that others have their turn; whatever it throws ends the search. */
  between?: (done: number, total: number) => Promise<void>;
}

interface Candidate {
  id: number;
  /** Whether one label is likely and the work resembles its examples. */
  isSure: boolean;
  /** Probability of the best label. */
  p: number;
  /** How far the best label lies above the runner-up, 0..1. */
  margin: number;
}

/** Works between two turns of everything else: a few milliseconds. */
const STRETCH = 200;
/** Out of so many of the least certain works the varied ones are chosen. */
const POOL = 200;
/** Uncertainty and variety weigh the same, as in Brinker's experiments. */
const LAMBDA = 0.5;

/**
 * Labels that the learnt styles would give to works without one. In the order 'teaching' come first those whose two
 * best labels are hardest to tell apart (margin sampling: Scheffer, Decomain & Wrobel, 'Active hidden Markov models for
 * information extraction', IDA 2001), each as unlike those before it as can be, so that a handful of answers doesn't
 * say the same thing twice (Brinker, 'Incorporating diversity in active learning with support vector machines', ICML
 * 2003, section 3.2). All other works follow by their margin.
 */
export async function reviewQueue(
  table: WorkTable,
  model: Judge,
  { order, limit, settled, between = pause }: ReviewOptions,
): Promise<ReviewQueue> {
  const trained = model.learner !== null;
  const { ids } = table;
  const candidates: Candidate[] = [];
  for (let row = 0; trained && row < ids.length; row++) {
    if (row % STRETCH === 0) await between(row, ids.length);
    const candidate = settled.has(ids[row]!) ? null : candidateFor(model, ids[row]!);
    if (candidate) candidates.push(candidate);
  }
  const ordered =
    order === 'sure'
      ? mostProbableFirst(candidates)
      : teachingFirst(table, model.learner?.axis ?? 'style', candidates);
  const proposals = ordered.slice(0, limit).flatMap(({ id }) => proposalFor(model, id));
  return { trained, proposals, waiting: candidates.length };
}

function candidateFor(model: Judge, id: number): Candidate | null {
  const { decision = null, probabilities = [] } = model.judge(id) ?? {};
  const [first, second] = probabilities;
  if (!first) return null;
  return { id, isSure: decision !== null, p: first.p, margin: first.p - (second?.p ?? 0) };
}

/** However probable a label, a work unlike all examples comes after those that resemble some. */
function mostProbableFirst(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) => Number(b.isSure) - Number(a.isSure) || b.p - a.p || a.id - b.id,
  );
}

function teachingFirst(
  table: WorkTable,
  axis: Axis,
  candidates: readonly Candidate[],
): Candidate[] {
  const uncertain = candidates.toSorted((a, b) => a.margin - b.margin || a.id - b.id);
  const pool = uncertain.slice(0, POOL);
  const { data, dim } = table[axis];
  const scale = axisScaleOf(table[axis]);
  const rowOf = ({ id }: Candidate) => table.rowOf.get(id) ?? 0;
  const chosen = maximalMarginalRelevance({
    relevance: pool.map(({ margin }) => 1 - margin),
    similarity: (i, j) =>
      axisSimilarity(dotRows(data, rowOf(pool[i]!), data, rowOf(pool[j]!), dim), scale),
    lambda: LAMBDA,
    count: pool.length,
  });
  return [...chosen.map((i) => pool[i]!), ...uncertain.slice(POOL)];
}

function proposalFor(model: Judge, id: number): Proposal[] {
  const answer = model.answer(id);
  const [first, second] = answer?.probabilities ?? [];
  if (!answer || !first) return [];
  const { decision, nearest } = answer;
  const { label, p } = first;
  return [{ id, label, p, isSure: decision !== null, next: second ?? null, nearest }];
}
