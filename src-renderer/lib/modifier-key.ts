/** What the keyboard prints on the key that goes with shortcuts. */
export const MODIFIER = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
