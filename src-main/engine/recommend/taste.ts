import type { Deed } from '../../contract';
import { firstInOrder } from '../kernel/first-in-order';
import { leaningOf } from './profile/leanings';
import { remaining } from './profile/recency';
import { isStated, strongestDeed, type DatedSignal, type Said } from './profile/said';
import { saidBy } from './profile/said-by-work';

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

interface Felt {
  id: number;
  weight: number;
  said: Said;
}

const MOST_OF_A_KIND = 60;

/** {@link tasteOfSaid} from signals in the order of time. */
export function tasteFrom(signals: readonly DatedSignal[], now: Date): Taste {
  return tasteOfSaid(saidBy(signals), now);
}

/**
 * Reads a taste from what was said of works: the leanings of `leaningsFrom`, of which half is left after half a year.
 * Of more than 60 liked (or turned down) works the 60 latest are learnt from. Asking for more of a kind, or preferring a work to
 * another one, is no opinion that keeps it out of the list.
 */
export function tasteOfSaid(said: ReadonlyMap<number, Said>, now: Date): Taste {
  const judged = new Set<number>();
  const liked: Felt[] = [];
  const passed: Felt[] = [];
  for (const [id, of] of said) {
    const weight = leaningOf(of);
    if (isStated(of) || (weight !== 0 && of.isKnown)) judged.add(id);
    if (weight !== 0) (weight > 0 ? liked : passed).push({ id, weight, said: of });
  }
  const latest = firstInOrder(liked, MOST_OF_A_KIND, laterFirst);
  const weights = (felt: readonly Felt[]): Map<number, number> =>
    new Map(
      felt.map(({ id, weight, said: { at } }) => [id, Math.abs(weight) * remaining(at, now)]),
    );
  return {
    liked: weights(latest),
    disliked: weights(firstInOrder(passed, MOST_OF_A_KIND, laterFirst)),
    everLiked: new Set(liked.map(({ id }) => id)),
    judged,
    deeds: new Map(latest.map(({ id, said: of }) => [id, strongestDeed(of)])),
  };
}

/** Of those of one moment the one said last comes first. ISO times sort as texts. */
function laterFirst({ said: a }: Felt, { said: b }: Felt): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.order - a.order;
}
