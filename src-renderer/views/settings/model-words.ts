import type { ModelSummary } from '../../../src-main/contract';
import { m } from '../../i18n';

const HEADS: Readonly<Record<string, () => string>> = {
  movement: m.models_movement,
  genre: m.models_genre,
  medium: m.models_medium,
};

/** What a model tells of a work, in one line. */
export function givesWords({ heads, period, text }: ModelSummary): string {
  const what = [
    m.models_style(),
    m.models_subject(),
    ...heads.map((head) => HEADS[head]?.() ?? head),
    ...(period ? [m.models_period()] : []),
  ].join(m.artwork_list_separator());
  const gives = m.models_gives({ what });
  return text ? `${gives} · ${m.models_words()}` : gives;
}
