import type { Signal, SignalKind } from '../../src-main/contract';
import { formatDuration } from './format';
import { m } from './messages/messages';

type KindKey = SignalKind extends infer K extends string ? Underscored<K> : never;
type Underscored<K extends string> = K extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : K;

/** What a kind of signal is called. */
export function signalKindName(kind: SignalKind): string {
  return m[`noted_kind_${kind.replaceAll('-', '_') as KindKey}`]();
}

/** What was done, with its amount. @param other title of the work it was compared with */
export function signalSentence(
  { kind, value }: Pick<Signal, 'kind' | 'value'>,
  other: string,
): string {
  switch (kind) {
    case 'dwell':
      return m.noted_dwell({ time: formatDuration((value ?? 0) / 1000) });
    case 'favourite':
      return value === 0 ? m.noted_favourite_off() : m.noted_favourite();
    case 'rating':
      return value ? m.noted_rating({ rating: value }) : m.noted_rating_off();
    case 'choice':
      return value === 0 ? m.noted_choice_none({ other }) : m.noted_choice({ other });
    default:
      return signalKindName(kind);
  }
}
