import { mean } from './statistics';
import { wilsonInterval } from './wilson-interval';

/** Answers of about the same confidence. */
export interface ReliabilityBin {
  /** Mean confidence, 0..1. */
  confidence: number;
  /** Share of right answers with its 95 % Wilson interval. */
  accuracy: number;
  low: number;
  high: number;
  works: number;
}

/**
 * A reliability diagram: Niculescu-Mizil & Caruana, Predicting Good Probabilities with Supervised Learning, ICML 2005,
 * section 4; bins of equal mass, as for the expected calibration error.
 *
 * @param confidences 0..1, probability of the answer given
 * @param right 1 where that answer was right, else 0
 * @param bins at most so many; none is empty
 * @returns by rising confidence; empty of nothing
 */
export function reliabilityBins(
  confidences: readonly number[],
  right: readonly number[],
  bins: number,
): ReliabilityBin[] {
  const n = confidences.length;
  const order = confidences.map((_, i) => i).sort((a, b) => confidences[a]! - confidences[b]!);
  const count = Math.min(bins, n);
  return Array.from({ length: count }, (_, bin) => {
    const items = order.slice(Math.floor((bin * n) / count), Math.floor(((bin + 1) * n) / count));
    const hits = items.filter((i) => right[i] === 1).length;
    return {
      confidence: mean(items.map((i) => confidences[i]!)),
      accuracy: hits / items.length,
      ...wilsonInterval(hits, items.length),
      works: items.length,
    };
  });
}
