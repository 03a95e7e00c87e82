import type { Suggestion } from '../../../contract';

/** Spreads the second list evenly over the first, never at the very start. */
export function interleaved(
  first: readonly Suggestion[],
  second: readonly Suggestion[],
): Suggestion[] {
  const mixed = [...first];
  second.forEach((suggestion, i) => {
    const place = Math.round(((i + 1) * first.length) / (second.length + 1)) + i;
    mixed.splice(place, 0, suggestion);
  });
  return mixed;
}
