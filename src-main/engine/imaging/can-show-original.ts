const SHOWN_BY_CHROMIUM = new Set(['jpeg', 'png', 'webp', 'gif', 'avif']);
/** Beyond this decoding in the window stutters, and a preview is the better picture. */
const MAX_SHOWN_PIXELS = 40_000_000;

/**
 * Whether the interface can show a work's own file as it is; if not, it asks for the rendered preview. Vector
 * drawings are always rendered: they could draw other things than what was checked.
 */
export function canShowOriginal(work: {
  format: string;
  colourSpace: string | null;
  width: number;
  height: number;
}): boolean {
  return (
    SHOWN_BY_CHROMIUM.has(work.format) &&
    !(work.colourSpace ?? '').startsWith('CMYK') &&
    work.width * work.height <= MAX_SHOWN_PIXELS
  );
}
