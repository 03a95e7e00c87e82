const SHOWN_BY_THE_BROWSER: ReadonlySet<string> = new Set([
  'jpeg',
  'jpg',
  'png',
  'webp',
  'gif',
  'avif',
]);

/** Whether a picture's own file can be shown when one looks closely; all others are shown by their preview. */
export function canShowOriginal(format: string): boolean {
  return SHOWN_BY_THE_BROWSER.has(format.toLowerCase());
}
