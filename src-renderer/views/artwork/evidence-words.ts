import type { EvidenceMap, EvidenceProgress } from '../../../src-main/contract';
import { formatPercent, m } from '../../i18n';
import { formatAlternatives } from '../../i18n/format';
import { labelName } from '../../i18n/label-name';

/** A fall smaller than this says nothing. */
const LEAST_FALL = 1e-4;

/** What the heat map of evidence shows, in words with its numbers. */
export function evidenceWords({ about, whole, lowest }: EvidenceMap): string {
  if (whole - lowest < LEAST_FALL) return m.artwork_evidence_none();
  const numbers = { whole: formatPercent(whole), lowest: formatPercent(lowest) };
  switch (about.kind) {
    case 'head':
      return m.artwork_evidence_head({
        label: formatAlternatives(about.labels.map(labelName)),
        ...numbers,
      });
    case 'learnt':
      return m.artwork_evidence_learnt({ label: about.label, ...numbers });
    case 'change':
      return m.artwork_evidence_change({ lowest: numbers.lowest });
  }
}

/** How far the map under way is. */
export function evidenceProgressWords({ done, total }: EvidenceProgress): string {
  return m.artwork_evidence_computing({ done, total });
}
