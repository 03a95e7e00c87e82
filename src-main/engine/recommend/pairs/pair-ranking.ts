import type { ArtworkId, PairRanking, Signal } from '../../../contract';
import { differenceVariance } from '../../kernel/bradley-terry';
import { learnChoices, type Chosen } from './choices';

/** Two-sided 95 % of a normal distribution. */
const Z = 1.959963984540054;

/**
 * Works in the order of their strength, the strongest first, of equals the one with the lower id. Places are certain where
 * the difference to another work is, at 95 %: of n works, a work has at best the place after all that are surely better.
 *
 * @param among works to rank; null for all that were chosen among
 * @param exists works that are gone are left out
 */
export function pairRanking(
  signals: readonly Signal[],
  among: readonly ArtworkId[] | null,
  exists: (id: ArtworkId) => boolean,
): PairRanking {
  const works = (among ?? worksOf(signals)).filter(exists);
  const chosen = learnChoices(signals, works);
  const ranked = works
    .map((id, place) => ({ id, place, shown: chosen.shown[place]! }))
    .filter(({ shown }) => shown > 0)
    .sort(
      (one, other) =>
        strength(chosen, other.place) - strength(chosen, one.place) || one.id - other.id,
    );
  const places = ranked.map(({ place }) => place);
  return {
    works: ranked.map(({ id, place, shown }) => ({
      id,
      shown,
      ...intervalOf(chosen, place),
      ...placesOf(chosen, place, places),
    })),
    choices: chosen.decided,
  };
}

function worksOf(signals: readonly Signal[]): ArtworkId[] {
  const ids = signals.flatMap(({ artworkId, otherId, value }) =>
    value === 0 || otherId === null ? [] : [artworkId, otherId],
  );
  return [...new Set(ids)].sort((a, b) => a - b);
}

function strength({ model }: Chosen, place: number): number {
  return model.strengths[place]!;
}

function intervalOf(chosen: Chosen, place: number) {
  const { covariance } = chosen.model;
  const value = strength(chosen, place);
  const half = Z * Math.sqrt(covariance[place * chosen.works.length + place]!);
  return { strength: value, low: value - half, high: value + half };
}

function placesOf(chosen: Chosen, place: number, places: readonly number[]) {
  const lead = (other: number): number =>
    (strength(chosen, other) - strength(chosen, place)) /
    Math.sqrt(differenceVariance(chosen.model, other, place));
  const others = places.filter((other) => other !== place);
  return {
    best: 1 + others.filter((other) => lead(other) > Z).length,
    worst: places.length - others.filter((other) => lead(other) < -Z).length,
  };
}
