import {
  COVERAGES,
  EVALUATION_FIGURES,
  type Measured,
  type StyleEvaluation,
} from '../../contract/evaluate-output';
import { bootstrapIntervals, type Interval } from '../kernel/bootstrap-interval';
import { confusionCounts } from '../kernel/confusion-counts';
import { leaveOneOutRetrieval, type RetrievalScores } from '../kernel/retrieval';
import { accuracyAtCoverage } from '../kernel/risk-coverage';
import { labelKey, type EvaluatedWork } from './evaluated-work';
import { evaluationFigures, type Figures } from './evaluation-figures';
import { scoreWork, type ScoredWork } from './score-work';

const RESAMPLES = 1000;
const CURVE_STEPS = 20;

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
  const scored = works.map((work) => scoreWork(work, labels));
  const measurements = {
    works: scored,
    classes: labels?.length ?? 0,
    artists: retrieval(works, 'style', 'artist'),
    genres: retrieval(works, 'subject', 'genre'),
  };
  const figuresOf = (items: readonly number[]) => evaluationFigures(measurements, items);
  const clusters = clustersOf(works);
  const intervals = bootstrapIntervals(clusters, figuresOf, { resamples: RESAMPLES });
  const values = figuresOf(works.map((_, i) => i));
  const measured = (name: keyof Figures) => measuredAs(values[name], intervals.get(name));
  return {
    ...record(EVALUATION_FIGURES, measured),
    accuracyAtCoverage: record(COVERAGES, measured),
    riskCoverage: riskCoverage(scored),
    confusion: labels && confusionOf(labels, scored),
    outOfSet: outOfSetOf(works, scored),
    works: countsOf(works, scored),
    bootstrap: {
      resamples: RESAMPLES,
      drawn: works.some(({ artist }) => artist !== null) ? 'artists' : 'works',
    },
  };
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
): RetrievalScores {
  const dim = works[0]?.[axis].length ?? 0;
  const data = new Float32Array(works.length * dim);
  works.forEach((work, i) => data.set(work[axis], i * dim));
  const groups = works.map(({ [by]: group }) => (group === null ? null : labelKey(group)));
  return leaveOneOutRetrieval(data, dim, groups);
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
