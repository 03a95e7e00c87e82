import type { History } from './interactions';
import type { Scorer } from './scorer';

export interface BlendPart {
  scorer: Scorer;
  /** Any number; only the ratios count for the order. */
  weight: number;
}

/** A weighted sum of what several models think, each brought to mean 0 and deviation 1 over what was not met. */
export function blendOf(parts: readonly BlendPart[]): Scorer {
  const used = parts.filter(({ weight }) => weight !== 0);
  let own = new Float64Array(0);
  return {
    score(history, out) {
      if (own.length !== out.length) own = new Float64Array(out.length);
      out.fill(0);
      for (const { scorer, weight } of used) {
        standardScores(scorer, history, own);
        for (let item = 0; item < out.length; item++) out[item]! += weight * own[item]!;
      }
    },
  };
}

/** A model's scores, less their mean and over their deviation, both taken over what was not met. */
export function standardScores(scorer: Scorer, history: History, out: Float64Array): void {
  scorer.score(history, out);
  const counted = out.length - history.met.length;
  let sum = 0;
  for (let item = 0; item < out.length; item++) sum += out[item]!;
  for (const item of history.met) sum -= out[item]!;
  const mean = sum / counted;
  let square = 0;
  for (let item = 0; item < out.length; item++) square += (out[item]! - mean) ** 2;
  for (const item of history.met) square -= (out[item]! - mean) ** 2;
  const scale = square > 0 ? Math.sqrt(counted / square) : 0;
  for (let item = 0; item < out.length; item++) out[item] = (out[item]! - mean) * scale;
}
