import { describe, expect, it } from 'vitest';
import {
  answeredByChance,
  evaluateStyle,
  evaluationSteps,
  onlyMovements,
  type EvaluatedWork,
} from '../../../src-main/engine/style';

const LABELS = ['baroque', 'cubism', 'rococo'];

/** A work seen as `probabilities` say, answered with the first label where that is sure enough. */
function work(
  movement: string | null,
  probabilities: number[],
  more: Partial<EvaluatedWork> & { answer?: string[] } = {},
): EvaluatedWork {
  const { answer, ...fields } = more;
  const best = probabilities.indexOf(Math.max(...probabilities));
  const sure = probabilities[best]! >= 0.6 ? [LABELS[best]!] : [];
  return {
    movement,
    artist: null,
    genre: null,
    year: null,
    style: Float32Array.of(1, 0),
    subject: Float32Array.of(1, 0),
    period: null,
    reading: { probabilities, answer: answer ?? sure },
    ...fields,
  };
}

const value = (measured: { value: number } | null) => measured?.value ?? null;

describe('five works with known movements and two with others', () => {
  const works = [
    work('Baroque', [0.8, 0.1, 0.1]),
    work('baroque', [0.5, 0.1, 0.4], { answer: ['baroque', 'rococo'] }),
    work('ROCOCO', [0.5, 0.1, 0.4], { answer: ['baroque', 'rococo'] }),
    work('cubism', [0.7, 0.2, 0.1]),
    work('cubism', [0.2, 0.45, 0.35]),
    work('Pop Art', [0.3, 0.4, 0.3]),
    work('pop-art', [0.1, 0.9, 0.0]),
  ];
  const evaluation = evaluateStyle(LABELS, works);

  it('counts right answers among those with a movement that the model knows', () => {
    expect(value(evaluation.top1)).toBeCloseTo(3 / 5, 12);
    expect(value(evaluation.top2)).toBe(1);
    // Recalls: baroque 2/2, cubism 1/2, rococo 0/1.
    expect(value(evaluation.balancedAccuracy)).toBeCloseTo(0.5, 12);
    // F1: baroque 4/6, cubism 2/3, rococo 0.
    expect(value(evaluation.macroF1)).toBeCloseTo(4 / 9, 12);
    expect(evaluation.confusion).toEqual({
      labels: LABELS,
      counts: [
        [2, 0, 0],
        [1, 1, 0],
        [1, 0, 0],
      ],
    });
  });

  it('takes an answered node for right when it holds the movement', () => {
    expect(value(evaluation.notSure)).toBeCloseTo(1 / 5, 12);
    expect(value(evaluation.answeredShare)).toBeCloseTo(4 / 5, 12);
    expect(value(evaluation.answeredAccuracy)).toBeCloseTo(3 / 4, 12);
  });

  it('tells accuracy from the surest on', () => {
    // 0.8 right, 0.7 wrong, 0.5 right, 0.5 wrong, 0.45 right.
    const { accuracyAtCoverage, riskCoverage } = evaluation;
    expect(value(accuracyAtCoverage['40'])).toBeCloseTo(1 / 2, 12);
    expect(value(accuracyAtCoverage['60'])).toBeCloseTo(2 / 3, 12);
    expect(value(accuracyAtCoverage['80'])).toBeCloseTo(2 / 4, 12);
    expect(value(accuracyAtCoverage['100'])).toBeCloseTo(3 / 5, 12);
    expect(riskCoverage).toHaveLength(20);
    expect(riskCoverage.at(0)).toEqual({ coverage: 0.05, risk: 0 });
    expect(riskCoverage.at(-1)?.risk).toBeCloseTo(2 / 5, 12);
  });

  it('tells how many works of other movements are refused', () => {
    expect(value(evaluation.outOfSetRefused)).toBeCloseTo(1 / 2, 12);
    expect(evaluation.outOfSet).toEqual([{ label: 'Pop Art', works: 2, refused: 1 }]);
    expect(evaluation.works).toMatchObject({ total: 7, known: 5, outOfSet: 2 });
  });

  it('gives every figure an interval around it', () => {
    const { value: top1, low, high } = evaluation.top1!;
    expect(low).toBeLessThan(top1);
    expect(high).toBeGreaterThan(top1);
    expect(evaluation.bootstrap).toEqual({ resamples: 1000, drawn: 'works' });
  });

  it('is the same each time', () => {
    expect(evaluateStyle(LABELS, works)).toEqual(evaluation);
  });
});

it('draws the works of one artist together', () => {
  const by = (artist: string, right: boolean) =>
    work('baroque', right ? [0.9, 0.1, 0] : [0.1, 0.9, 0], { artist });
  const { top1, bootstrap } = evaluateStyle(LABELS, [
    by('rembrandt', true),
    by('Rembrandt', true),
    by('frans-hals', false),
    by('frans hals', false),
  ]);
  expect(top1).toEqual({ value: 0.5, low: 0, high: 1 });
  expect(bootstrap.drawn).toBe('artists');
});

it('measures the share of years within the periods told', () => {
  const seen = (year: number | null) =>
    work('baroque', [1, 0, 0], { year, period: { low: 1600, high: 1700 } });
  const { periodCoverage } = evaluateStyle(LABELS, [
    seen(1600),
    seen(1650),
    seen(1701),
    seen(null),
  ]);
  expect(value(periodCoverage)).toBeCloseTo(2 / 3, 12);
});

it('finds hands by style and genres by subject, also without a movement head', () => {
  const east = Float32Array.of(1, 0);
  const north = Float32Array.of(0, 1);
  const bare = (artist: string, genre: string, style: Float32Array, subject: Float32Array) =>
    work(null, [], { reading: null, artist, genre, style, subject });
  const evaluation = evaluateStyle(null, [
    bare('a', 'portrait', east, east),
    bare('a', 'landscape', east, east),
    bare('b', 'portrait', north, north),
    bare('b', 'landscape', north, north),
  ]);
  expect(value(evaluation.artistPrecisionAt1)).toBe(1);
  expect(value(evaluation.artistMap)).toBe(1);
  expect(value(evaluation.genrePrecisionAt1)).toBe(0);
  expect(evaluation).toMatchObject({ top1: null, ece: null, outOfSetRefused: null });
  expect(evaluation).toMatchObject({ confusion: null, riskCoverage: [], reliability: [] });
  expect(evaluation.periodCoverage).toBeNull();
  expect(evaluation.accuracyAtCoverage['100']).toBeNull();
});

it('tells how often a hand comes before a genre by style, and after it by subject', () => {
  const [east, north] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
  const by = (artist: string, genre: string) =>
    work('baroque', [1, 0, 0], {
      artist,
      genre,
      style: artist === 'a' ? east : north,
      subject: genre === 'portrait' ? east : north,
    });
  const works = [by('a', 'portrait'), by('a', 'landscape'), by('b', 'portrait')];
  const apart = evaluateStyle(LABELS, works);
  expect(value(apart.styleOverSubject)).toBe(1);
  expect(value(apart.subjectOverStyle)).toBe(1);
  const same = works.map((one) => ({ ...one, subject: one.style }));
  expect(value(evaluateStyle(LABELS, same).subjectOverStyle)).toBe(0);
});

it('leaves movements out and brings the rest of the probabilities to 1', () => {
  const { labels, works } = onlyMovements(
    LABELS,
    [work('Cubism', [0.5, 0.3, 0.2]), work('baroque', [1, 0, 0]), work('rococo', [0, 0, 0])],
    ['cubism', 'ROCOCO'],
  );
  expect(labels).toEqual(['cubism', 'rococo']);
  expect(works.map(({ movement }) => movement)).toEqual(['Cubism', 'rococo']);
  expect(works[0]?.reading?.probabilities[0]).toBeCloseTo(0.6, 12);
  expect(works[1]?.reading?.probabilities).toEqual([0.5, 0.5]);
});

it('by chance is right once in as many times as there are labels, and says so', () => {
  const many = Array.from({ length: 600 }, (_, i) => work(LABELS[i % 3]!, [1, 0, 0]));
  const { top1, ece, notSure } = evaluateStyle(LABELS, answeredByChance(LABELS, many));
  expect(value(top1)).toBeCloseTo(1 / 3, 1);
  expect(value(ece)).toBeLessThan(0.15);
  expect(value(notSure)).toBe(0);
});

it('can be watched step by step and comes to the same', () => {
  const works = ['a', 'a', 'b', 'b'].map((artist) => work('baroque', [1, 0, 0], { artist }));
  const steps = evaluationSteps(LABELS, works);
  const seen: { done: number; total: number }[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) seen.push(step.value);
  expect(step.value).toEqual(evaluateStyle(LABELS, works));
  expect(seen.every(({ done }, i) => i === 0 || done >= seen[i - 1]!.done)).toBe(true);
  expect(seen.at(-1)).toEqual({ done: 1004, total: 1004 });
});

it('knows nothing of nothing', () => {
  const evaluation = evaluateStyle(LABELS, []);
  expect(evaluation).toMatchObject({ top1: null, artistMap: null, notSure: null, outOfSet: [] });
});
