import type { Reason, TraitId } from '../../../src-main/contract';
import { colourName, formatCount, m, traitName } from '../../i18n';

type Liked = Extract<Reason, { kind: 'like-liked' }>;

const LIKE = {
  style: m.suggestions_like_style,
  subject: m.suggestions_like_subject,
  palette: m.suggestions_like_palette,
  traits: m.suggestions_like_traits,
};

const ONE: Record<Liked['deed'], () => string> = {
  'rated-5': m.suggestions_one_rated_5,
  'rated-4': m.suggestions_one_rated_4,
  favourite: m.suggestions_one_favourite,
  liked: m.suggestions_one_liked,
  'on-board': m.suggestions_one_on_board,
  exported: m.suggestions_one_exported,
  drawn: m.suggestions_one_drawn,
};

const SEVERAL: Record<Liked['deed'], (of: { count: string }) => string> = {
  'rated-5': m.suggestions_several_rated_5,
  'rated-4': m.suggestions_several_rated_4,
  favourite: m.suggestions_several_favourite,
  liked: m.suggestions_several_liked,
  'on-board': m.suggestions_several_on_board,
  exported: m.suggestions_several_exported,
  drawn: m.suggestions_several_drawn,
};

function namedWorks({ deed, works }: Pick<Liked, 'deed' | 'works'>): string {
  return works.length > 1 ? SEVERAL[deed]({ count: formatCount(works.length) }) : ONE[deed]();
}

const TOGETHER = {
  people: { one: m.suggestions_together_person, several: m.suggestions_together_people },
  boards: { one: m.suggestions_together_board, several: m.suggestions_together_boards },
};

function togetherInWords({ by, count, ...named }: Extract<Reason, { kind: 'together' }>): string {
  const { one, several } = TOGETHER[by];
  const works = namedWorks(named);
  return count === 1 ? one({ works }) : several({ count: formatCount(count), works });
}

function likedInWords({ axis, trait, colour, deed, works }: Liked): string {
  const named = namedWorks({ deed, works });
  if (colour) {
    const text = m.suggestions_shares_colour({
      colour: colourName(colour).toLowerCase(),
      works: named,
    });
    return m.suggestions_full({ text });
  }
  const text = LIKE[axis]({ works: named });
  return trait
    ? m.suggestions_above_all({ text, trait: traitName(trait).toLowerCase() })
    : m.suggestions_full({ text });
}

function traitWord({ trait }: { trait: TraitId | null }): string | null {
  return trait && traitName(trait).toLowerCase();
}

/** Why a work is suggested, as one true sentence. */
export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'like-liked':
      return likedInWords(reason);
    case 'together':
      return togetherInWords(reason);
    case 'surprise': {
      const trait = traitWord(reason);
      return trait ? m.suggestions_surprise_trait({ trait }) : m.suggestions_surprise();
    }
    case 'other-style':
      return markedBy(m.suggestions_other_style(), traitWord(reason));
    case 'cover': {
      const trait = traitWord(reason);
      const text =
        reason.works.length > 0 ? m.suggestions_cover_for() : m.suggestions_cover_alone();
      return markedBy(text, trait);
    }
  }
}

function markedBy(text: string, trait: string | null): string {
  return trait ? m.suggestions_extreme_in({ text, trait }) : m.suggestions_full({ text });
}

/** What the small works beside the reason are. */
export function evidenceInWords({ kind }: Reason): string {
  if (kind === 'like-liked' || kind === 'together') return m.suggestions_evidence_liked();
  return kind === 'surprise' ? m.suggestions_evidence_surprise() : m.suggestions_evidence_cover();
}
