/** What a movement head said of a work. */
export interface MovementReading {
  /** Calibrated, one per label in the head's order. */
  probabilities: ArrayLike<number>;
  /** The label answered, or the labels of the answered node of the tree; empty where the answer was refused. */
  answer: readonly string[];
}

/** A work whose answers are known, and what the model made of it. */
export interface EvaluatedWork {
  movement: string | null;
  artist: string | null;
  genre: string | null;
  year: number | null;
  /** Null when the model has no such head. */
  reading: MovementReading | null;
  /** Unit vectors, of the same lengths for all works. */
  style: Float32Array;
  subject: Float32Array;
  /** Years between which the model sees it; null when it says nothing of that. */
  period: { low: number; high: number } | null;
}

/** Labels are the same when they differ only in case, spaces, underscores and hyphens. */
export function labelKey(label: string): string {
  return label
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}
