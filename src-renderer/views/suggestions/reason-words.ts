import type { Reason } from '../../../src-main/contract';
import { m, traitName } from '../../i18n';

const LIKE_ONE = {
  style: m.suggestions_like_style_one,
  subject: m.suggestions_like_subject_one,
  palette: m.suggestions_like_palette_one,
};
const LIKE_MANY = {
  style: m.suggestions_like_style_many,
  subject: m.suggestions_like_subject_many,
  palette: m.suggestions_like_palette_many,
};

/** Why a work is suggested, as one true sentence. */
export function reasonInWords(reason: Reason): string {
  const trait = reason.trait && traitName(reason.trait).toLowerCase();
  switch (reason.kind) {
    case 'like-liked': {
      const text = (reason.works.length > 1 ? LIKE_MANY : LIKE_ONE)[reason.axis]();
      return trait ? m.suggestions_above_all({ text, trait }) : m.suggestions_full({ text });
    }
    case 'surprise':
      return trait ? m.suggestions_surprise_trait({ trait }) : m.suggestions_surprise();
    case 'cover': {
      const text =
        reason.works.length > 0 ? m.suggestions_cover_for() : m.suggestions_cover_alone();
      return trait ? m.suggestions_extreme_in({ text, trait }) : m.suggestions_full({ text });
    }
  }
}

/** What the small works beside the reason are. */
export function evidenceInWords({ kind }: Reason): string {
  if (kind === 'like-liked') return m.suggestions_evidence_liked();
  return kind === 'surprise' ? m.suggestions_evidence_surprise() : m.suggestions_evidence_cover();
}
