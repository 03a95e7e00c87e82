import { m } from './messages/messages';

const words = m as unknown as Record<string, (() => string) | undefined>;

/** A colour's name in the user's language; the bare key where a newer engine knows a name that this interface does not. */
export function colourName(key: string): string {
  return words[`colour_${key.replaceAll('-', '_')}`]?.() ?? key;
}
