const SHOWN = 8;

/** Enough of the name of a session to tell it from others on a screen. */
export function shortSession(session: string): string {
  return session.slice(0, SHOWN).replace(/-$/, '');
}
