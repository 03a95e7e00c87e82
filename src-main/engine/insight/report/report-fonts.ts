// @ts-expect-error -- the bundler turns the file into a data address
import italic from '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2?inline';
// @ts-expect-error -- as above
import upright from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?inline';

const face = (style: string, address: unknown) =>
  `@font-face { font-family: Newsreader; font-style: ${style}; font-weight: 200 800; src: url(${String(address)}) format('woff2'); }`;

/** Newsreader (SIL Open Font License), Latin letters only, so that a report looks the same on every machine. */
export const REPORT_FONTS = [face('normal', upright), face('italic', italic)].join('\n');
