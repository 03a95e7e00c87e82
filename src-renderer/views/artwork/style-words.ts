import type { HeadAnswer, StylePeriod } from '../../../src-main/contract';
import { formatPercent, m } from '../../i18n';
import { formatAlternatives } from '../../i18n/format';
import { labelName } from '../../i18n/label-name';

const VERY_LIKELY = 0.85;
const LIKELY = 0.55;
/** A runner-up below this is not worth naming. */
const LEAST_NEXT = 0.05;

/** A head's answer as a likeness, never as a fact: 'Nearest to Baroque (likely), then Romanticism'. */
export function headWords({ verdict, labels, probabilities }: HeadAnswer): string {
  if (verdict === 'unfamiliar') return m.artwork_unfamiliar();
  if (verdict === 'not-sure' || labels.length === 0) return m.artwork_not_sure();
  if (labels.length > 1) return formatAlternatives(labels.map(labelName));
  const [first, next] = probabilities;
  const words = { label: labelName(labels[0] ?? ''), how: howLikely(first?.p ?? 0) };
  return next && next.p >= LEAST_NEXT
    ? m.artwork_nearest_then({ ...words, next: labelName(next.label) })
    : m.artwork_nearest_how(words);
}

function howLikely(p: number): string {
  if (p >= VERY_LIKELY) return m.artwork_how_very_likely();
  return p >= LIKELY ? m.artwork_how_likely() : m.artwork_how_possible();
}

/** 'Looks like 1865–1905 (80 %)'. */
export function periodWords({ from, to, coverage }: StylePeriod): string {
  return m.artwork_period({ from, to, share: formatPercent(coverage) });
}

/** What the share behind the years means. */
export function periodHint({ middle, coverage }: StylePeriod): string {
  return m.artwork_period_hint({ middle, share: formatPercent(coverage) });
}
