import type { Metadata, SharpOptions } from 'sharp';
import { EngineError, type FileMetadata } from '../../contract';
import { MAX_PIXELS, sharp } from './configured-sharp';
import { fileError } from './file-error';
import { detectFormat } from './formats/detect-format';
import { openHeic } from './formats/open-heic';
import { openPsd } from './formats/open-psd';
import { openRaw } from './formats/open-raw';
import { exifFacts } from './metadata/exif-facts';
import { factsOrNone, mergeFacts, type Facts } from './metadata/facts';
import { iccName } from './metadata/icc-name';
import { iptcFacts } from './metadata/iptc-facts';
import { pngFacts } from './metadata/png-facts';
import { xmpFacts } from './metadata/xmp-facts';
import type { OpenedFile } from './opened-file';
import { openSvg } from './svg/open-svg';
import { looksTruncated } from './truncation';

/** A file that turned out to be a picture, its header read and nothing decoded yet. */
export interface Picture {
  path: string;
  /** As displayed, in pixels. */
  width: number;
  height: number;
  hasAlpha: boolean;
  metadata: FileMetadata;
  /** For sharp: the bytes to decode and how. */
  data: Uint8Array;
  options: SharpOptions;
  /** EXIF orientation to apply by hand; undefined where sharp finds it in `data` itself. */
  orientation: number | undefined;
}

/**
 * Finds out what a file is, by its content, and reads its header and what it says of itself.
 *
 * @param longSide for vector drawings: the size in pixels they will be drawn at
 * @throws EngineError with a `file/*` code for everything that is no readable picture
 */
export async function openPicture(
  path: string,
  bytes: Uint8Array,
  longSide: number,
): Promise<Picture> {
  if (bytes.length === 0) throw fileError('file/empty', path, 'the file is empty');
  const file = await openByFormat(path, bytes, longSide);
  const header = await readHeader(path, file);
  const own = file.size ?? header.autoOrient;
  const turned = header.orientation === undefined && (file.orientation ?? 1) > 4;
  const size = turned ? { width: own.height, height: own.width } : own;
  if (!file.size && size.width * size.height > MAX_PIXELS)
    throw fileError(
      'file/too-many-pixels',
      path,
      `${size.width} x ${size.height} pixels are too many`,
      {
        width: size.width,
        height: size.height,
      },
    );
  return {
    path,
    ...size,
    hasAlpha: header.hasAlpha,
    metadata: describe(bytes, file, header),
    data: file.data,
    options: file.options ?? {},
    orientation: header.orientation === undefined ? file.orientation : undefined,
  };
}

async function openByFormat(
  path: string,
  bytes: Uint8Array,
  longSide: number,
): Promise<OpenedFile> {
  const detected = detectFormat(bytes, path);
  switch (detected.kind) {
    case 'native':
      return {
        format: detected.format,
        data: bytes,
        facts: ownDirectories(detected.format, bytes),
      };
    case 'svg':
      return await reading(path, 'svg', bytes, () => openSvg(path, bytes, longSide));
    case 'heic':
      return await openHeic(path, bytes);
    case 'psd':
      return openPsd(path, bytes);
    case 'raw':
      return openRaw(path, bytes, detected.format);
    case 'unsupported':
      throw fileError('file/unsupported-format', path, `${detected.format} is not supported`, {
        format: detected.format,
      });
    case 'unknown':
      throw fileError('file/not-an-image', path, 'its content is not a picture');
  }
}

/** Only TIFF keeps its EXIF in the file's own directories, where sharp doesn't look. */
function ownDirectories(format: string, bytes: Uint8Array): Facts[] {
  return format === 'tiff' ? [factsOrNone(() => exifFacts(bytes))] : [];
}

async function readHeader(path: string, { format, data, options }: OpenedFile): Promise<Metadata> {
  return await reading(path, format, data, () =>
    sharp(data, { ...options, limitInputPixels: false }).metadata(),
  );
}

/** Runs a step of decoding; whatever goes wrong comes out as a coded error that names the file. */
export async function reading<T>(
  path: string,
  format: string,
  data: Uint8Array,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const message =
      error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error);
    if (/pixel limit/i.test(message)) throw fileError('file/too-many-pixels', path, message);
    if (looksTruncated(format, data, message))
      throw fileError('file/truncated', path, 'the file ends early');
    throw fileError('file/unreadable', path, message);
  }
}

function describe(bytes: Uint8Array, file: OpenedFile, header: Metadata): FileMetadata {
  const { exif, iptc, xmp, comments, icc } = header;
  const facts = mergeFacts([
    factsOrNone(() => (xmp ? xmpFacts(new TextDecoder().decode(xmp)) : {})),
    factsOrNone(() => (iptc ? iptcFacts(iptc) : {})),
    factsOrNone(() => (exif ? exifFacts(exif) : {})),
    ...file.facts,
    factsOrNone(() => (comments ? pngFacts(comments) : {})),
  ]);
  return {
    format: file.format,
    bytes: bytes.length,
    ...facts,
    colourSpace: colourSpace(header.space, icc),
  };
}

/** The profile's own name, with what Chromium can't show said in front; null where the file says nothing. */
function colourSpace(space: string, icc: Uint8Array | undefined): string | null {
  const name = icc ? iccName(icc) : null;
  if (space === 'cmyk') return name ? `CMYK, ${name}` : 'CMYK';
  return name ?? (space === 'srgb' || space === 'rgb16' ? null : space);
}
