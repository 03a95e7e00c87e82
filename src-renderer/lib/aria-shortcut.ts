const NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '⌘': 'Meta',
  Esc: 'Escape',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '−': '-',
};

/** A key as printed on keyboards, in the words of `aria-keyshortcuts` (ARIA 1.2, section 6.6). */
export function ariaShortcut(printed: string | undefined): string | undefined {
  if (printed === '+') return 'Plus';
  return printed
    ?.split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+');
}
