import type { Deed } from '../../contract';
import {
  leaningsFrom,
  likedOf,
  passedOf,
  type DatedSignal,
  type Leaning,
} from './profile/leanings';
import { remaining } from './profile/recency';

/** What a person's signals say of single works. */
export interface Taste {
  /** Works the person liked, 0 < weight <= 1, the older counting less; the latest are kept where there are very many. */
  liked: ReadonlyMap<number, number>;
  /** Works the person turned away from, with weights of the same kind. */
  disliked: ReadonlyMap<number, number>;
  /** All works that are liked, those too that are no longer learnt from. */
  everLiked: ReadonlySet<number>;
  /** Works the person has an opinion of: they are never suggested. */
  judged: ReadonlySet<number>;
  /** What was done with a liked work that says most. */
  deeds: ReadonlyMap<number, Deed>;
}

const MOST_OF_A_KIND = 60;

/**
 * Reads a taste from signals in the order of time: the leanings of `leaningsFrom`, of which half is left after half a year.
 * Of more than 60 liked (or turned down) works the 60 latest are learnt from. Asking for more of a kind, or preferring a work to
 * another one, is no opinion that keeps it out of the list.
 */
export function tasteFrom(signals: readonly DatedSignal[], now: Date): Taste {
  const leanings = leaningsFrom(signals);
  const weights = (some: readonly Leaning[]): Map<number, number> =>
    new Map(
      // Of those of one moment the one said last comes first.
      [...some]
        .reverse()
        .sort((a, b) => b.at.localeCompare(a.at))
        .slice(0, MOST_OF_A_KIND)
        .map(({ id, weight, at }) => [id, Math.abs(weight) * remaining(at, now)] as const),
    );
  const liked = likedOf(leanings);
  const { deeds, stated } = readDeeds(signals);
  const shown = new Set(signals.filter(({ kind }) => SHOWS.has(kind)).map((s) => s.artworkId));
  const judged = leanings.filter(({ id }) => shown.has(id)).map(({ id }) => id);
  return {
    liked: weights(liked),
    disliked: weights(passedOf(leanings)),
    everLiked: new Set(liked.map(({ id }) => id)),
    judged: new Set([...stated, ...judged]),
    deeds,
  };
}

/** With a leaning they make an opinion, though none was stated. */
const SHOWS: ReadonlySet<DatedSignal['kind']> = new Set(['board-add', 'exported', 'opened']);

/** What says most of each work, and the works of which something was said outright. */
function readDeeds(signals: readonly DatedSignal[]): {
  deeds: Map<number, Deed>;
  stated: Set<number>;
} {
  const done = new Map<number, Map<DatedSignal['kind'], number>>();
  for (const { artworkId, kind, value } of signals) {
    const of = done.get(artworkId) ?? new Map<DatedSignal['kind'], number>();
    if (kind === 'board-remove') of.delete('board-add');
    else of.set(kind, value ?? 1);
    done.set(artworkId, of);
  }
  const deeds = new Map<number, Deed>();
  const stated = new Set<number>();
  for (const [id, of] of done) {
    deeds.set(id, strongestDeed(of));
    if (STATED.some((kind) => (of.get(kind) ?? 0) > 0)) stated.add(id);
  }
  return { deeds, stated };
}

const STATED = ['like', 'dismissed', 'not-my-taste', 'favourite', 'rating'] as const;

function strongestDeed(of: ReadonlyMap<DatedSignal['kind'], number>): Deed {
  const has = (kind: DatedSignal['kind']): boolean => (of.get(kind) ?? 0) > 0;
  const stars = of.get('rating') ?? 0;
  if (stars >= 5) return 'rated-5';
  if (has('favourite')) return 'favourite';
  if (has('like')) return 'liked';
  if (stars >= 4) return 'rated-4';
  if (has('board-add')) return 'on-board';
  return has('exported') ? 'exported' : 'drawn';
}
