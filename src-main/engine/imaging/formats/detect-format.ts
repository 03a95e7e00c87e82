import { extname } from 'node:path';
import { heifFormat } from './heif-brand';
import { rawFormatOfTiff } from './raw-format';

/** Formats that sharp decodes as they are. */
export const NATIVE_FORMATS = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const;
export type NativeFormat = (typeof NATIVE_FORMATS)[number];

/** What the content of a file says it is, whatever its name says. */
export type Detected =
  | { kind: 'native'; format: NativeFormat }
  | { kind: 'svg' | 'heic' | 'psd' | 'raw' | 'unsupported'; format: string }
  | { kind: 'unknown' };

interface Signature {
  at: number;
  bytes: string;
  is: Detected;
}

const native = (format: NativeFormat): Detected => ({ kind: 'native', format });
const raw = (format: string): Detected => ({ kind: 'raw', format });
const unsupported = (format: string): Detected => ({ kind: 'unsupported', format });

/** Bytes as latin1 text; the first that fits decides. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: '\xff\xd8\xff', is: native('jpeg') },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', is: native('png') },
  { at: 8, bytes: 'WEBP', is: native('webp') },
  { at: 0, bytes: 'GIF8', is: native('gif') },
  { at: 0, bytes: '8BPS', is: { kind: 'psd', format: 'psd' } },
  { at: 0, bytes: 'FUJIFILMCCD-RAW', is: raw('raf') },
  { at: 0, bytes: 'IIRO', is: raw('orf') },
  { at: 0, bytes: 'IIRS', is: raw('orf') },
  { at: 0, bytes: 'MMOR', is: raw('orf') },
  { at: 0, bytes: 'IIU\0', is: raw('rw2') },
  { at: 6, bytes: 'HEAPCCDR', is: raw('crw') },
  { at: 0, bytes: '\0MRM', is: raw('mrw') },
  { at: 0, bytes: 'FOVb', is: raw('x3f') },
  { at: 0, bytes: 'II+\0', is: unsupported('BigTIFF') },
  { at: 0, bytes: 'MM\0+', is: unsupported('BigTIFF') },
  { at: 0, bytes: '\xff\x0a', is: unsupported('JPEG XL') },
  { at: 4, bytes: 'JXL ', is: unsupported('JPEG XL') },
  { at: 4, bytes: 'jP  ', is: unsupported('JPEG 2000') },
  { at: 0, bytes: '\xff\x4f\xff\x51', is: unsupported('JPEG 2000') },
  { at: 0, bytes: '%PDF', is: unsupported('PDF') },
  { at: 0, bytes: '%!PS', is: unsupported('PostScript') },
  { at: 0, bytes: 'gimp xcf', is: unsupported('GIMP') },
  { at: 0, bytes: '\x76\x2f\x31\x01', is: unsupported('OpenEXR') },
  { at: 0, bytes: '#?RADIANCE', is: unsupported('Radiance HDR') },
  { at: 0, bytes: 'DDS ', is: unsupported('DDS') },
  { at: 0, bytes: 'qoif', is: unsupported('QOI') },
  { at: 0, bytes: '\0\0\x01\0', is: unsupported('ICO') },
  { at: 0, bytes: 'CSFCHUNK', is: unsupported('Clip Studio') },
  { at: 0, bytes: '\x1a\x45\xdf\xa3', is: unsupported('video') },
  { at: 8, bytes: 'AVI ', is: unsupported('video') },
  { at: 8, bytes: 'ACON', is: unsupported('animated cursor') },
];

/** Longest stretch that any signature or the search for an SVG's root looks at. */
const HEAD_BYTES = 4096;

/** Zip archives in which painting programs keep their documents, by extension. */
const ARCHIVES: Readonly<Record<string, string>> = {
  '.procreate': 'Procreate',
  '.kra': 'Krita',
  '.ora': 'OpenRaster',
  '.sketch': 'Sketch',
};

/**
 * Tells a format by its content; the name only refines what the content leaves open (which camera's raw
 * file, which program's archive).
 */
export function detectFormat(bytes: Uint8Array, path: string): Detected {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const text = head.toString('latin1');
  const extension = extname(path).toLowerCase();
  const signature = SIGNATURES.find(({ at, bytes: wanted }) => text.startsWith(wanted, at));
  if (signature) return signature.is;
  if (text.startsWith('ftyp', 4)) return detectIsoMedia(text, extension);
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return detectTiff(bytes, extension);
  if (isSvg(head, text, extension)) return { kind: 'svg', format: 'svg' };
  if (text.startsWith('PK\x03\x04') && ARCHIVES[extension]) return unsupported(ARCHIVES[extension]);
  if (text.startsWith('BM') && isBitmap(head)) return unsupported('BMP');
  if (/^P[1-7]\s/.test(text)) return unsupported('Netpbm');
  return { kind: 'unknown' };
}

function detectIsoMedia(text: string, extension: string): Detected {
  const format = heifFormat(text);
  if (format === 'avif') return native('avif');
  if (format === 'heic') return { kind: 'heic', format };
  if (text.startsWith('crx ', 8)) return raw('cr3');
  return unsupported(extension === '.heic' || extension === '.heif' ? 'HEIF' : 'video');
}

function detectTiff(bytes: Uint8Array, extension: string): Detected {
  const format = rawFormatOfTiff(bytes, extension);
  return format === null ? native('tiff') : raw(format);
}

/** The size field of a bitmap's second header is one of a few small numbers. */
function isBitmap(head: Buffer): boolean {
  return head.length >= 26 && [12, 16, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14));
}

/** What may stand before the root element: declarations, comments, a document type. */
const BEFORE_ROOT = /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/g;

/** XML whose root element is `svg`, in UTF-8 or UTF-16. A gzipped one is told by its name until it is opened. */
function isSvg(head: Buffer, latin1: string, extension: string): boolean {
  if (latin1.startsWith('\x1f\x8b')) return extension === '.svgz' || extension === '.svg';
  const utf16 = latin1.startsWith('\xff\xfe') || latin1.startsWith('\xfe\xff');
  const text = utf16 ? latin1.slice(2).replaceAll('\0', '') : head.toString('utf8');
  if (!/^\ufeff?\s*</.test(text)) return false;
  return /^\ufeff?\s*<(?:[\w-]+:)?svg[\s>]/.test(text.replace(BEFORE_ROOT, ''));
}
