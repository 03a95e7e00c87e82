import type { Signal } from '../../contract';

/** What of a signal a taste is read from. */
export type TasteSignal = Pick<Signal, 'kind' | 'artworkId' | 'value'>;

/** What a person's signals say of single works. */
export interface Taste {
  /** Works the person liked, 0 < weight <= 1; the latest are kept where there are very many. */
  liked: ReadonlyMap<number, number>;
  /** Works the person turned away from, with weights of the same kind. */
  disliked: ReadonlyMap<number, number>;
  /** Works the person has an opinion of: they are never suggested. */
  judged: ReadonlySet<number>;
}

interface Opinion {
  reaction: number;
  favourite: boolean;
  /** 1..5, 0 for none. */
  rating: number;
  openings: number;
  last: number;
}

const MOST_OF_A_KIND = 60;
const RETURNS = 3;
const RETURN_WEIGHT = 0.3;

/**
 * Reads a taste from signals in the order of time. A like or favourite counts 1, a dismissal -1, a rating from -1 (one
 * star) over 0 (three) to 1 (five), and a work opened three times and more 0.3, as one the person keeps coming back to;
 * the sum is held within -1..1. A later reaction, favourite or rating replaces the earlier; a value of 0 withdraws it.
 * Of more than 60 liked (or disliked) works the 60 latest are learnt from.
 */
export function tasteFrom(signals: readonly TasteSignal[]): Taste {
  const opinions = new Map<number, Opinion>();
  signals.forEach((signal, place) => {
    const opinion = opinions.get(signal.artworkId) ?? fresh();
    note(opinion, signal);
    opinion.last = place;
    opinions.set(signal.artworkId, opinion);
  });
  const weighed = [...opinions]
    .map(([id, opinion]) => ({ id, opinion, weight: weightOf(opinion) }))
    .sort((a, b) => b.opinion.last - a.opinion.last);
  const latest = (wanted: (weight: number) => boolean) =>
    new Map(
      weighed
        .filter(({ weight }) => wanted(weight))
        .slice(0, MOST_OF_A_KIND)
        .map(({ id, weight }) => [id, Math.abs(weight)] as const),
    );
  const judged = weighed.filter(({ opinion, weight }) => isJudged(opinion) || weight !== 0);
  return {
    liked: latest((weight) => weight > 0),
    disliked: latest((weight) => weight < 0),
    judged: new Set(judged.map(({ id }) => id)),
  };
}

function fresh(): Opinion {
  return { reaction: 0, favourite: false, rating: 0, openings: 0, last: 0 };
}

function note(opinion: Opinion, { kind, value }: TasteSignal): void {
  if (kind === 'like') opinion.reaction = value === 0 ? 0 : 1;
  else if (kind === 'dismissed' || kind === 'not-my-taste') opinion.reaction = value === 0 ? 0 : -1;
  else if (kind === 'favourite') opinion.favourite = value !== 0;
  else if (kind === 'rating') opinion.rating = value ?? 0;
  else if (kind === 'opened') opinion.openings++;
}

function weightOf({ reaction, favourite, rating, openings }: Opinion): number {
  // a dismissal is meant: nothing that was said before outweighs it
  if (reaction < 0) return -1;
  const stars = rating > 0 ? (rating - 3) / 2 : 0;
  const returns = openings >= RETURNS && stars >= 0 ? RETURN_WEIGHT : 0;
  return Math.max(-1, Math.min(1, reaction + (favourite ? 1 : 0) + stars + returns));
}

function isJudged({ reaction, favourite, rating }: Opinion): boolean {
  return reaction !== 0 || favourite || rating > 0;
}
