import { type ContentHash, type Swatch } from '../../contract';
import type { ArtworkRecord } from '../storage/repositories/artworks';
import type { Reading } from './ports';

/** OKLCH chroma below which a colour has no hue that anyone would name. */
const COLOURLESS_CHROMA = 0.03;

/** Sorts behind every hue. */
const NO_HUE = 400;

/** As far as dates in metadata are believed too, and as ISO 8601 writes with four digits. */
const EARLIEST_MS = Date.parse('1000-01-01T00:00:00.000Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** When a file was last written, ISO 8601; a time outside the years 1000 to 9999 counts as the nearest within. */
export function dateOfFile(mtimeNs: string): string {
  const ms = Number(BigInt(mtimeNs) / 1_000_000n);
  return new Date(Math.min(LATEST_MS, Math.max(EARLIEST_MS, ms))).toISOString();
}

/**
 * What the catalogue keeps of a work.
 *
 * @param since the date known so far, if any: copying or saving a work again does not make it younger
 */
export function recordOf(
  hash: ContentHash,
  fileName: string,
  mtimeNs: string,
  {
    width,
    height,
    metadata,
    analysis,
  }: Pick<Reading, 'width' | 'height' | 'metadata' | 'analysis'>,
  since?: string,
): ArtworkRecord {
  const written = dateOfFile(mtimeNs);
  const earliest = since !== undefined && since < written ? since : written;
  return {
    hash,
    fileName,
    width,
    height,
    date: metadata.takenAt ?? earliest,
    hue: leadingHue(analysis.palette),
    lightness: analysis.traits.lightness,
    metadata,
  };
}

/** Hue in degrees of the colour that counts most by area and chroma. */
export function leadingHue(palette: readonly Swatch[]): number {
  let best = 0;
  let hue = NO_HUE;
  for (const { lab, share } of palette) {
    const [, a, b] = lab;
    const chroma = Math.hypot(a, b);
    if (chroma < COLOURLESS_CHROMA || chroma * share <= best) continue;
    best = chroma * share;
    hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  }
  return hue;
}
