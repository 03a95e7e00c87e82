import { gunzipSync } from 'node:zlib';
import { sharp } from '../configured-sharp';
import { fileError } from '../file-error';
import type { OpenedFile } from '../opened-file';
import { svgFacts } from '../metadata/svg-facts';
import { findExternalReference } from './find-external-reference';

/** A drawing of more text than this is refused: reading it would hold up everything else. */
const MAX_SVG_BYTES = 32 * 1024 * 1024;
/** librsvg's own unit: at this density a user unit is a pixel. */
const NATURAL_DENSITY = 72;
const DENSITY = { min: 1, max: 100_000 };

/**
 * Opens a vector drawing at the density at which its longer side is about `longSide` pixels. What points out
 * of the file is found first, and such a drawing is never handed to the renderer (which, reading from memory,
 * would load nothing from outside either).
 *
 * @throws EngineError 'file/external-reference', 'file/too-large', 'file/unreadable', 'file/not-an-image'
 */
export async function openSvg(
  path: string,
  bytes: Uint8Array,
  longSide: number,
): Promise<OpenedFile> {
  const data = unpack(path, bytes);
  const xml = decodeXml(data);
  if (!/<(?:[\w-]+:)?svg[\s>]/.test(xml))
    throw fileError('file/not-an-image', path, 'not a drawing');
  rejectReferences(path, xml);
  const natural = await sharp(data, {
    limitInputPixels: false,
    density: NATURAL_DENSITY,
  }).metadata();
  const longest = Math.max(natural.width, natural.height);
  const density = Math.min(
    DENSITY.max,
    Math.max(DENSITY.min, (NATURAL_DENSITY * longSide) / longest),
  );
  return {
    format: 'svg',
    data,
    options: { density },
    size: { width: natural.width, height: natural.height },
    facts: [svgFacts(xml)],
  };
}

function unpack(path: string, bytes: Uint8Array): Uint8Array {
  const tooLarge = () => fileError('file/too-large', path, 'the drawing is too large to read');
  if (bytes.length > MAX_SVG_BYTES) throw tooLarge();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_SVG_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw fileError('file/truncated', path, 'its compressed text ends early');
  }
}

function decodeXml(data: Uint8Array): string {
  const littleEndian = data[0] === 0xff && data[1] === 0xfe;
  const bigEndian = data[0] === 0xfe && data[1] === 0xff;
  const encoding = littleEndian ? 'utf-16le' : bigEndian ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(data);
}

function rejectReferences(path: string, xml: string): void {
  let reference: string | null;
  try {
    reference = findExternalReference(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fileError(
      xml.includes('</') && xml.trimEnd().endsWith('>') ? 'file/unreadable' : 'file/truncated',
      path,
      reason,
    );
  }
  if (reference !== null)
    throw fileError('file/external-reference', path, `points outside the file (${reference})`, {
      reference,
    });
}
