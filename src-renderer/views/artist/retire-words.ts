import type { Retirement } from '../../../src-main/contract';
import { formatCount, formatPercent, m } from '../../i18n';

type Repeat = Extract<Retirement, { kind: 'repeat' }>;

/** Why a work is proposed, in numbers. */
export function retireFacts(proposal: Retirement): string[] {
  if (proposal.kind === 'repeat')
    return [
      m.artist_retire_alike({ share: formatPercent(proposal.likeness) }),
      strengthInWords(proposal),
    ];
  const { likeness, ordinary, deviations } = proposal;
  return [
    m.artist_retire_apart_numbers({
      share: formatPercent(likeness),
      ordinary: formatPercent(ordinary),
      deviations: deviations.toFixed(1),
    }),
  ];
}

function strengthInWords({ by, own, others }: Repeat): string {
  const counts = { own: formatCount(own), others: formatCount(others) };
  switch (by) {
    case 'rating':
      return own === 0 ? m.artist_retire_by_rating_none(counts) : m.artist_retire_by_rating(counts);
    case 'favourite':
      return m.artist_retire_by_favourite();
    case 'boards':
      return m.artist_retire_by_boards(counts);
    case 'choices':
      return m.artist_retire_by_choices(counts);
    case 'pixels':
      return m.artist_retire_by_pixels({ own: megapixels(own), others: megapixels(others) });
  }
}

function megapixels(pixels: number): string {
  return (pixels / 1_000_000).toFixed(2);
}
