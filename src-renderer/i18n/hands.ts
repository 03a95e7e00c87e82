import type { HandsAnswer } from '../../src-main/contract';
import { m } from './messages/messages';

/** Whose hand a work looks like, in a sentence that never says whose it is. */
export function handsSentence({ verdict, hands, needs }: HandsAnswer): string {
  const [first, second] = hands;
  if (needs === 'second-label') return m.hands_needs();
  if (needs === 'more-examples') return m.hands_needs_more();
  if (verdict === null || !first || !second) return m.hands_not_measured();
  const names = { first: first.name, next: second.name };
  if (verdict === 'none') return m.hands_none({ first: first.name });
  return verdict === 'likely' ? m.hands_likely(names) : m.hands_not_sure(names);
}
