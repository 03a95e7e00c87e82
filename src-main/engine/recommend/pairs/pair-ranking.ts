import type { ArtworkId, PairRanking, Signal } from '../../../contract';
import { differenceVariance } from '../../kernel/bradley-terry';
import { learnChoices, type Chosen } from './choices';

/** Two-sided 95 % of a normal distribution. */
const Z = 1.959963984540054;
/** The fit grows with the cube of the works: so many take half a second, four times as many half a minute. */
const MOST_RANKED = 500;

/**
 * Works in the order of their strength, the strongest first, of equals the one with the lower id. Places are certain where
 * the difference to another work is, at 95 %: of n works, a work has at best the place after all that are surely better.
 * Of more than 500 works the 500 that were chosen among last are ranked.
 *
 * @param signals choices in the order of time
 * @param among works to rank; null for all that were chosen among
 * @param exists works that are gone are left out
 */
export function pairRanking(
  signals: readonly Signal[],
  among: readonly ArtworkId[] | null,
  exists: (id: ArtworkId) => boolean,
): PairRanking {
  const works = rankable(signals, among && new Set(among), exists);
  const chosen = learnChoices(signals, works);
  const ranked = works
    .map((id, place) => ({ id, place, shown: chosen.shown[place]! }))
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

/** Works that were chosen or passed over among those that are asked about, the latest where there are very many. */
function rankable(
  signals: readonly Signal[],
  among: ReadonlySet<ArtworkId> | null,
  exists: (id: ArtworkId) => boolean,
): ArtworkId[] {
  const isAsked = (id: ArtworkId): boolean => (!among || among.has(id)) && exists(id);
  const works = new Set<ArtworkId>();
  for (const { artworkId, otherId, value } of signals.toReversed()) {
    if (value === 0 || otherId === null || !isAsked(artworkId) || !isAsked(otherId)) continue;
    if (works.size > MOST_RANKED - 2) break;
    works.add(artworkId).add(otherId);
  }
  return [...works].sort((a, b) => a - b);
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
