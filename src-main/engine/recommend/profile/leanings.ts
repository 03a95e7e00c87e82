import { weightOf, type DatedSignal, type Said } from './said';
import { saidBy } from './said-by-work';

export type { DatedSignal } from './said';

/** What somebody makes of a work. */
export interface Leaning {
  id: number;
  /** -1 (turned down) to 1 (liked); never 0. */
  weight: number;
  /** Of the last signal that says so, ISO 8601. */
  at: string;
}

/** Less says nothing. */
const LEAST = 0.2;

/** Reads from signals, in the order of time, what somebody makes of single works: see `weightOf`. */
export function leaningsFrom(signals: readonly DatedSignal[]): Leaning[] {
  return leaningsOf(saidBy(signals));
}

/** What somebody makes of the works that anything was said of. */
export function leaningsOf(said: ReadonlyMap<number, Said>): Leaning[] {
  const leanings: Leaning[] = [];
  for (const [id, one] of said) {
    const weight = leaningOf(one);
    if (weight !== 0) leanings.push({ id, weight, at: one.at });
  }
  return leanings;
}

/** -1..1; 0 where too little was said to mean anything. */
export function leaningOf(said: Said): number {
  const weight = weightOf(said);
  return Math.abs(weight) >= LEAST ? weight : 0;
}

/** Only what is liked, only what was turned down. */
export function likedOf(leanings: readonly Leaning[]): Leaning[] {
  return leanings.filter(({ weight }) => weight > 0);
}
export function passedOf(leanings: readonly Leaning[]): Leaning[] {
  return leanings.filter(({ weight }) => weight < 0);
}
