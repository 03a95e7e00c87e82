import { bootstrapRounds, type Interval } from './bootstrap-interval';
import { mean } from './statistics';

export interface Estimate extends Interval {
  value: number;
}

/** A figure of everybody, the 95 % interval of its draws, and how far the draws lie from it on average. */
export interface BiasedEstimate extends Estimate {
  bias: number;
}

/**
 * Figures of a group with bootstrap intervals over its members, drawn once for all figures, so that differences are paired; a
 * draw at a time, yielding how many are done. A draw holds fewer different members, hence fewer different works in their
 * lists: {@link centred} takes that off.
 *
 * @param statistics of the members drawn, by their numbers
 */
export function* bootstrapEstimates(
  members: number,
  statistics: (drawn: readonly number[]) => Record<string, number>,
  resamples: number,
): Generator<number, (name: string) => BiasedEstimate, void> {
  const each = Array.from({ length: members }, (_, member) => member);
  const values = statistics(each);
  const draws = new Map(Object.keys(values).map((name) => [name, [] as number[]]));
  const noted = (drawn: readonly number[]): Record<string, number> => {
    const of = statistics(drawn);
    for (const [name, known] of draws) known.push(of[name]!);
    return of;
  };
  const intervals = yield* bootstrapRounds(each, noted, { resamples });
  return (name) => {
    const value = values[name]!;
    return { value, ...intervals.get(name)!, bias: mean(draws.get(name)!) - value };
  };
}

/** The spread of the draws about their own mean, laid around the value: Efron & Tibshirani, 1993, section 10.6. */
export function centred({ value, low, high, bias }: BiasedEstimate): Estimate {
  return { value, low: low - bias, high: high - bias };
}

/** The same of a share, which lies within 0..1. */
export function centredShare(estimate: BiasedEstimate): Estimate {
  const { value, low, high } = centred(estimate);
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}
