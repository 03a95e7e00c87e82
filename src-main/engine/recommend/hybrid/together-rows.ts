import type { Signal } from '../../../contract';
import { leaningsFrom, likedOf } from '../profile/leanings';

/** Works that somebody put together, as ids, ascending: what co-occurrence is learnt from. */
export interface TogetherRows {
  /** What each other profile likes. */
  people: readonly (readonly number[])[];
  /** What another profile took to in one sitting. */
  sessions: readonly (readonly number[])[];
  boards: readonly (readonly number[])[];
}

/** A like, four stars or a place on a board. */
const MEANT = 0.5;
const LEAST_STARS = 4;
/** Of one run of the application; ratings of a table were not given in one sitting. */
const NO_SITTING = /^(import \d+|before)$/;
/** With the profile that is suggested to, three. */
const FEWEST_OTHERS = 2;
const FEWEST_POSITIVES = 24;
const FEWEST_ROWS = 2;

/** Rows of one other profile, from its signals in the order of time. */
export function rowsOfProfile(signals: readonly Signal[]): Omit<TogetherRows, 'boards'> {
  const meant = likedOf(leaningsFrom(signals)).filter(({ weight }) => weight >= MEANT);
  const liked = new Set(meant.map(({ id }) => id));
  const sittings = new Map<string, Set<number>>();
  for (const signal of signals) {
    if (!liked.has(signal.artworkId) || !isPositive(signal)) continue;
    const sitting = sittings.get(signal.session) ?? new Set();
    sittings.set(signal.session, sitting.add(signal.artworkId));
  }
  // A sitting in which everything was said would say the same once more.
  const telling = [...sittings.values()].filter(({ size }) => size < liked.size);
  return { people: rowsFrom([liked]), sessions: rowsFrom(telling) };
}

function isPositive({ kind, value, session }: Signal): boolean {
  if (NO_SITTING.test(session)) return false;
  if (kind === 'rating') return (value ?? 0) >= LEAST_STARS;
  return (kind === 'like' || kind === 'favourite' || kind === 'board-add') && value !== 0;
}

/** Of the sets those that hold two works or more. */
export function rowsFrom(sets: Iterable<Iterable<number>>): number[][] {
  return Array.from(sets, (ids) => [...new Set(ids)].sort((a, b) => a - b)).filter(
    ({ length }) => length > 1,
  );
}

/**
 * Whether there is enough to learn from: two profiles beside the one that is suggested to, and two dozen choices of works that
 * two profiles or boards have in common.
 */
export function suffices({ people, boards }: TogetherRows): boolean {
  if (people.length < FEWEST_OTHERS) return false;
  const counts = new Map<number, number>();
  for (const row of [...people, ...boards])
    for (const id of row) counts.set(id, (counts.get(id) ?? 0) + 1);
  let positives = 0;
  for (const count of counts.values()) if (count >= FEWEST_ROWS) positives += count;
  return positives >= FEWEST_POSITIVES;
}
