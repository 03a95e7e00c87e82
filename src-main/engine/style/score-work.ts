import { labelKey, type EvaluatedWork } from './evaluated-work';

/** One work, its answers compared with the truth: what every figure of an evaluation is made from. */
export interface ScoredWork {
  /** Index of its movement among the head's labels; -1 when that is unknown to the head or not given. */
  truth: number;
  /** Index of the most probable label, -1 without a head. */
  first: number;
  /** Probability of the most probable label. */
  confidence: number;
  inTopTwo: boolean;
  answered: boolean;
  /** Whether its movement is the label answered, or one of those of the answered node. */
  answeredRight: boolean;
  /** Whether its movement is given, but not among the head's labels. */
  outOfSet: boolean;
  /** Whether its year lies in the period that the model saw; null where either is unknown. */
  inPeriod: boolean | null;
}

/** Of a work that no movement head looked at. */
const UNREAD = {
  truth: -1,
  first: -1,
  confidence: 0,
  inTopTwo: false,
  answered: false,
  answeredRight: false,
  outOfSet: false,
};

/** @param labels of the movement head; null when the model has none */
export function scoreWork(work: EvaluatedWork, labels: readonly string[] | null): ScoredWork {
  return { ...scoreMovement(work, labels ?? []), inPeriod: inPeriod(work) };
}

function scoreMovement(
  { movement, reading }: EvaluatedWork,
  labels: readonly string[],
): Omit<ScoredWork, 'inPeriod'> {
  if (!reading) return UNREAD;
  const key = movement === null ? null : labelKey(movement);
  const truth = key === null ? -1 : labels.findIndex((label) => labelKey(label) === key);
  const ranked = labels
    .map((_, i) => i)
    .sort((a, b) => reading.probabilities[b]! - reading.probabilities[a]!);
  const first = ranked[0] ?? -1;
  return {
    truth,
    first,
    confidence: reading.probabilities[first] ?? 0,
    inTopTwo: truth >= 0 && ranked.slice(0, 2).includes(truth),
    answered: reading.answer.length > 0,
    answeredRight: reading.answer.some((label) => labelKey(label) === key),
    outOfSet: key !== null && truth < 0,
  };
}

function inPeriod({ year, period }: EvaluatedWork): boolean | null {
  return year !== null && period ? period.low <= year && year <= period.high : null;
}
