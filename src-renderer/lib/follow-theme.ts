export type ThemeChoice = 'system' | 'dark' | 'light';

/** Sets the page's theme and, for 'system', follows the system's changes. @returns the function that stops */
export function followTheme(choice: ThemeChoice): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
    document.documentElement.dataset['theme'] = theme;
  };
  apply();
  if (choice !== 'system') return () => undefined;
  dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}
