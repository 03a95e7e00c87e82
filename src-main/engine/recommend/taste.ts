import type { Deed } from '../../contract';
import { firstInOrder } from '../kernel/first-in-order';
import { leaningOf } from './profile/leanings';
import { remaining } from './profile/recency';
import { strongestDeed, type DatedSignal, type Said } from './profile/said';
import { saidBy } from './profile/said-by-work';
import { SaidOfWorks } from './profile/said-of-works';

/** What a person's signals say of single works. */
export interface Taste {
  /** Works the person liked, 0 < weight <= 1, the older counting less; the latest are kept where there are very many. */
  liked: ReadonlyMap<number, number>;
  /** Works the person turned away from, with weights of the same kind. */
  disliked: ReadonlyMap<number, number>;
  /** All works that are liked, those too that are no longer learnt from. */
  everLiked: Iterable<number>;
  /** Works the person has an opinion of: they are never suggested. */
  judged: Pick<ReadonlySet<number>, 'has'>;
  /** What was done with a liked work that says most. */
  deeds: ReadonlyMap<number, Deed>;
}

interface Felt {
  id: number;
  said: Said;
}

const MOST_OF_A_KIND = 60;

/** {@link tasteOfSaid} from signals in the order of time. */
export function tasteFrom(
  signals: readonly DatedSignal[],
  now: Date,
  isHere?: (id: number) => boolean,
): Taste {
  return tasteOfSaid(new SaidOfWorks(saidBy(signals)), now, isHere);
}

/**
 * Reads a taste from what was said of works: the leanings of `leaningsFrom`, of which half is left after half a year.
 * Of more than 60 liked (or turned down) works the 60 latest are learnt from. Asking for more of a kind, or preferring a work to
 * another one, is no opinion that keeps it out of the list.
 *
 * @param said what is said later changes what the taste calls judged and ever liked: as very much may have been said, it is
 *   not copied
 * @param isHere works that are away, as with a drive, must not take the places of the 60; all are here when left out
 * @param standing what of that which was said of a liked work is so still, so that no deed is named that isn't: in a private
 *   session stars and boards change without a signal; everything when left out
 */
export function tasteOfSaid(
  said: SaidOfWorks,
  now: Date,
  isHere: (id: number) => boolean = () => true,
  standing: (id: number, said: Said) => Said = (_, said) => said,
): Taste {
  const liked = latestOf(said, said.liked, isHere);
  const weights = (felt: readonly Felt[]): Map<number, number> =>
    new Map(felt.map(({ id, said: of }) => [id, Math.abs(leaningOf(of)) * remaining(of.at, now)]));
  return {
    liked: weights(liked),
    disliked: weights(latestOf(said, said.passed, isHere)),
    everLiked: said.liked,
    judged: said.judged,
    deeds: new Map(liked.map(({ id, said: of }) => [id, strongestDeed(standing(id, of))])),
  };
}

function latestOf(
  { of }: SaidOfWorks,
  ids: Iterable<number>,
  isHere: (id: number) => boolean,
): Felt[] {
  const felt = function* (): Generator<Felt> {
    for (const id of ids) if (isHere(id)) yield { id, said: of.get(id)! };
  };
  return firstInOrder(felt(), MOST_OF_A_KIND, laterFirst);
}

/** Of those of one moment the one said last comes first. ISO times sort as texts. */
function laterFirst({ said: a }: Felt, { said: b }: Felt): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.order - a.order;
}
