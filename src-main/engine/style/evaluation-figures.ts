import { COVERAGES, type Coverage, type EvaluationFigure } from '../../contract/evaluate-output';
import { balancedAccuracy } from '../kernel/balanced-accuracy';
import { confusionCounts } from '../kernel/confusion-counts';
import { expectedCalibrationError } from '../kernel/expected-calibration-error';
import { macroF1 } from '../kernel/macro-f1';
import type { RetrievalScores } from '../kernel/retrieval';
import { accuracyAtCoverage } from '../kernel/risk-coverage';
import { mean } from '../kernel/statistics';
import type { ScoredWork } from './score-work';

/** All figures of the works named; one that nothing was there to measure on is NaN. */
export type Figures = Record<EvaluationFigure | Coverage, number>;

export interface Measurements {
  works: readonly ScoredWork[];
  /** How many labels the movement head has. */
  classes: number;
  /** By artist on the style vectors, by genre on the subject vectors; indexed as `works`. */
  artists: RetrievalScores;
  genres: RetrievalScores;
  /** Share in which the same hand lies nearer than the same genre: of the style vectors, of the subject vectors. */
  handOverGenre: { style: Float64Array; subject: Float64Array };
}

/**
 * @param items indices of works, each as often as it counts. Of works whose best labels are equally probable the
 * earlier counts as surer
 */
export function evaluationFigures(
  { works, classes, artists, genres, handOverGenre }: Measurements,
  items: readonly number[],
): Figures {
  const chosen = items.map((item) => works[item]!);
  return {
    ...movementFigures(
      chosen.filter(({ truth }) => truth >= 0),
      classes,
    ),
    outOfSetRefused: share(chosen, ({ outOfSet, answered }) => (outOfSet ? !answered : null)),
    periodCoverage: share(chosen, ({ inPeriod }) => inPeriod),
    artistPrecisionAt1: meanOfKnown(artists.precisionAt1, items),
    artistMap: meanOfKnown(artists.averagePrecision, items),
    genrePrecisionAt1: meanOfKnown(genres.precisionAt1, items),
    styleOverSubject: meanOfKnown(handOverGenre.style, items),
    subjectOverStyle: 1 - meanOfKnown(handOverGenre.subject, items),
  };
}

function movementFigures(known: readonly ScoredWork[], classes: number) {
  const truth = known.map((work) => work.truth);
  const first = known.map((work) => work.first);
  const confidences = known.map(({ confidence }) => confidence);
  const right = known.map((work) => Number(work.truth === work.first));
  const confusion = confusionCounts(truth, first, classes);
  const answeredShare = share(known, ({ answered }) => answered);
  return {
    top1: share(known, (work) => work.truth === work.first),
    balancedAccuracy: balancedAccuracy(confusion),
    top2: share(known, ({ inTopTwo }) => inTopTwo),
    macroF1: macroF1(confusion),
    ece: expectedCalibrationError(confidences, right),
    notSure: 1 - answeredShare,
    answeredShare,
    answeredAccuracy: share(known, ({ answered, answeredRight }) =>
      answered ? answeredRight : null,
    ),
    ...atCoverages(confidences, right),
  };
}

function atCoverages(confidences: readonly number[], right: readonly number[]) {
  const shares = COVERAGES.map((coverage) => Number(coverage) / 100);
  const accuracies = accuracyAtCoverage(confidences, right, shares);
  return Object.fromEntries(
    COVERAGES.map((coverage, i) => [coverage, accuracies[i] ?? Number.NaN]),
  ) as Record<Coverage, number>;
}

/** Share of the works that pass, among those that the question applies to. */
function share(works: readonly ScoredWork[], passes: (work: ScoredWork) => boolean | null): number {
  const asked = works.map(passes).filter((answer) => answer !== null);
  return asked.length > 0 ? mean(asked.map(Number)) : Number.NaN;
}

function meanOfKnown(scores: Float64Array, items: readonly number[]): number {
  const known = items.map((item) => scores[item]!).filter((score) => !Number.isNaN(score));
  return known.length > 0 ? mean(known) : Number.NaN;
}
