import {
  COVERAGES,
  EVALUATION_FIGURES,
  type Measured,
  type StyleEvaluation,
} from '../../contract/evaluate-output';
import { bootstrapRounds, type Interval } from '../kernel/bootstrap-interval';
import { confusionCounts } from '../kernel/confusion-counts';
import { preferenceQueries } from '../kernel/pair-preference';
import { reliabilityBins } from '../kernel/reliability';
import { retrievalQueries, type RetrievalScores } from '../kernel/retrieval';
import { accuracyAtCoverage } from '../kernel/risk-coverage';
import { runToEnd } from '../kernel/run-to-end';
import { labelKey, type EvaluatedWork } from './evaluated-work';
import { evaluationFigures, type Figures } from './evaluation-figures';
import { scoreWork, type ScoredWork } from './score-work';

const RESAMPLES = 1000;
const CURVE_STEPS = 20;
const MOST_BINS = 15;
/** Fewer works say nothing of a share. */
const BIN_WORKS = 10;

/** How far an evaluation is, in steps of unequal length. */
export interface EvaluationProgress {
  done: number;
  total: number;
}

/**
 * Measures a model on works whose movement, artist, genre or year is known; each figure with a 95 % bootstrap
 * interval. Where artists are given, all works of one are drawn together, as works of one hand are no independent
 * witnesses; works without an artist are drawn alone. Retrieval is measured once: the queries are drawn, not what
 * they search.
 *
 * @param labels of the movement head, null when the model has none
 */
export function evaluateStyle(
  labels: readonly string[] | null,
  works: readonly EvaluatedWork[],
): StyleEvaluation {
  return runToEnd(evaluationSteps(labels, works));
}

/** {@link evaluateStyle} in steps of some milliseconds, so that it can be watched and given up. */
export function* evaluationSteps(
  labels: readonly string[] | null,
  works: readonly EvaluatedWork[],
): Generator<EvaluationProgress, StyleEvaluation, void> {
  const scored = works.map((work) => scoreWork(work, labels));
  const asking = (by: 'artist' | 'genre') => works.filter((work) => work[by] !== null).length;
  const byBoth = works.filter(({ artist, genre }) => artist !== null && genre !== null).length;
  const [byArtist, byGenre] = [asking('artist'), asking('genre')];
  const before = byArtist + byGenre + 2 * byBoth;
  const total = before + RESAMPLES;
  const measurements = {
    works: scored,
    classes: labels?.length ?? 0,
    artists: yield* counted(retrieval(works, 'style', 'artist'), 0, total),
    genres: yield* counted(retrieval(works, 'subject', 'genre'), byArtist, total),
    handOverGenre: {
      style: yield* counted(preference(works, 'style'), byArtist + byGenre, total),
      subject: yield* counted(preference(works, 'subject'), byArtist + byGenre + byBoth, total),
    },
  };
  const figuresOf = (items: readonly number[]) => evaluationFigures(measurements, items);
  const clusters = clustersOf(works);
  const rounds = bootstrapRounds(clusters, figuresOf, { resamples: RESAMPLES });
  const intervals = yield* counted(rounds, before, total);
  const values = figuresOf(works.map((_, i) => i));
  const measured = (name: keyof Figures) => measuredAs(values[name], intervals.get(name));
  return {
    ...record(EVALUATION_FIGURES, measured),
    accuracyAtCoverage: record(COVERAGES, measured),
    riskCoverage: riskCoverage(scored),
    reliability: reliability(scored),
    confusion: labels && confusionOf(labels, scored),
    outOfSet: outOfSetOf(works, scored),
    works: countsOf(works, scored),
    bootstrap: {
      resamples: RESAMPLES,
      drawn: works.some(({ artist }) => artist !== null) ? 'artists' : 'works',
    },
  };
}

function* counted<Result>(
  steps: Generator<number, Result, void>,
  before: number,
  total: number,
): Generator<EvaluationProgress, Result, void> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done: before + step.value, total };
  }
}

function record<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}

function measuredAs(value: number, interval: Interval | undefined): Measured {
  return interval && !Number.isNaN(value) ? { value, ...interval } : null;
}

function retrieval(
  works: readonly EvaluatedWork[],
  axis: 'style' | 'subject',
  by: 'artist' | 'genre',
): Generator<number, RetrievalScores, void> {
  const { data, dim } = vectorsOf(works, axis);
  return retrievalQueries(
    data,
    dim,
    works.map(({ [by]: group }) => keyOf(group)),
  );
}

function preference(
  works: readonly EvaluatedWork[],
  axis: 'style' | 'subject',
): Generator<number, Float64Array, void> {
  const { data, dim } = vectorsOf(works, axis);
  const groups = works.map(({ artist, genre }) => ({ first: keyOf(artist), second: keyOf(genre) }));
  return preferenceQueries(data, dim, groups);
}

function vectorsOf(works: readonly EvaluatedWork[], axis: 'style' | 'subject') {
  const dim = works[0]?.[axis].length ?? 0;
  const data = new Float32Array(works.length * dim);
  works.forEach((work, i) => data.set(work[axis], i * dim));
  return { data, dim };
}

function keyOf(group: string | null): string | null {
  return group === null ? null : labelKey(group);
}

/** Works of one artist share a number, others have each their own. */
function clustersOf(works: readonly EvaluatedWork[]): number[] {
  const numbers = new Map<string, number>();
  return works.map(({ artist }, i) => {
    const key = artist === null ? `work ${i}` : `artist ${labelKey(artist)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function riskCoverage(scored: readonly ScoredWork[]): StyleEvaluation['riskCoverage'] {
  const known = scored.filter(({ truth }) => truth >= 0);
  if (known.length === 0) return [];
  const coverages = Array.from({ length: CURVE_STEPS }, (_, i) => (i + 1) / CURVE_STEPS);
  const accuracies = accuracyAtCoverage(
    known.map(({ confidence }) => confidence),
    known.map(({ truth, first }) => Number(truth === first)),
    coverages,
  );
  return coverages.map((coverage, i) => ({ coverage, risk: 1 - accuracies[i]! }));
}

function reliability(scored: readonly ScoredWork[]): StyleEvaluation['reliability'] {
  const known = scored.filter(({ truth }) => truth >= 0);
  const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(known.length / BIN_WORKS)));
  return reliabilityBins(
    known.map(({ confidence }) => confidence),
    known.map(({ truth, first }) => Number(truth === first)),
    bins,
  );
}

function confusionOf(
  labels: readonly string[],
  scored: readonly ScoredWork[],
): StyleEvaluation['confusion'] {
  const known = scored.filter(({ truth }) => truth >= 0);
  const counts = confusionCounts(
    known.map(({ truth }) => truth),
    known.map(({ first }) => first),
    labels.length,
  );
  return { labels: [...labels], counts };
}

function outOfSetOf(
  works: readonly EvaluatedWork[],
  scored: readonly ScoredWork[],
): StyleEvaluation['outOfSet'] {
  const byKey = new Map<string, StyleEvaluation['outOfSet'][number]>();
  works.forEach(({ movement }, i) => {
    const { outOfSet, answered } = scored[i]!;
    if (!outOfSet || movement === null) return;
    const entry = byKey.get(labelKey(movement)) ?? { label: movement, works: 0, refused: 0 };
    entry.works++;
    if (!answered) entry.refused++;
    byKey.set(labelKey(movement), entry);
  });
  return [...byKey.values()].sort((a, b) => b.works - a.works);
}

function countsOf(
  works: readonly EvaluatedWork[],
  scored: readonly ScoredWork[],
): StyleEvaluation['works'] {
  const given = (field: 'artist' | 'genre' | 'year') =>
    works.filter((work) => work[field] !== null).length;
  return {
    total: works.length,
    known: scored.filter(({ truth }) => truth >= 0).length,
    outOfSet: scored.filter(({ outOfSet }) => outOfSet).length,
    withArtist: given('artist'),
    withGenre: given('genre'),
    withYear: given('year'),
  };
}
