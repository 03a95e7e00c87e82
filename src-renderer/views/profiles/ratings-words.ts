import type { RatingFault } from '../../../src-main/contract';
import { formatCount, m } from '../../i18n';

/** What is wrong with a line of a ratings table. */
export function faultInWords({ fault, text }: RatingFault): string {
  switch (fault) {
    case 'user-missing':
      return m.profiles_fault_user_missing();
    case 'item-missing':
      return m.profiles_fault_item_missing();
    case 'item-unknown':
      return m.profiles_fault_item_unknown({ text });
    case 'item-ambiguous':
      return m.profiles_fault_item_ambiguous({ text });
    case 'rating-invalid':
      return m.profiles_fault_rating_invalid({ text });
    case 'time-invalid':
      return m.profiles_fault_time_invalid({ text });
    case 'quote-stray':
      return m.profiles_fault_quote_stray({ text });
    case 'cells-surplus':
      return m.profiles_fault_cells_surplus({ text });
  }
}

export function ratingsInWords(count: number): string {
  return count === 1
    ? m.profiles_ratings_count_one()
    : m.profiles_ratings_count_many({ count: formatCount(count) });
}
