import { MAX_PIXELS } from '../configured-sharp';
import { fileError } from '../file-error';
import { exifFacts } from '../metadata/exif-facts';
import { factsOrNone } from '../metadata/facts';
import { iptcFacts } from '../metadata/iptc-facts';
import { photoshopResource } from '../metadata/photoshop-resources';
import { xmpFacts } from '../metadata/xmp-facts';
import type { OpenedFile } from '../opened-file';
import { wrapAsTiff, type TiffLayout } from '../tiff/write-tiff';
import { invertPackBits } from './invert-pack-bits';
import { PsdTruncated, readPsdHeader, type PsdHeader } from './psd-header';

/** Colour modes whose merged image TIFF can express: its photometric interpretation and number of inks. */
const MODES: Readonly<Record<number, { photometric: number; samples: number }>> = {
  0: { photometric: 0, samples: 1 }, // bitmap, black is 1
  1: { photometric: 1, samples: 1 }, // grey
  2: { photometric: 3, samples: 1 }, // indexed
  3: { photometric: 2, samples: 3 }, // RGB
  4: { photometric: 5, samples: 4 }, // CMYK
  8: { photometric: 1, samples: 1 }, // duotone, shown as grey
};
const CMYK = 4;
const INDEXED = 2;
const RAW = 0;
const PACK_BITS = 1;
const RESOURCE = { iptc: 0x0404, icc: 0x040f, exif: 0x0422, xmp: 0x0424 };

/**
 * Opens the merged image of a Photoshop document. Its planes are laid out just as TIFF lays out its own, row
 * by row, plain or in PackBits, so that a TIFF header in front makes libvips read it: natively, with its colour
 * profile, in CMYK and in 16 bits as well. Transparency is already matted with white in that image.
 *
 * @throws EngineError 'file/unsupported-format', 'file/truncated', 'file/too-many-pixels'
 */
export function openPsd(path: string, bytes: Uint8Array): OpenedFile {
  const header = readHeader(path, bytes);
  if (header.width * header.height > MAX_PIXELS)
    throw fileError('file/too-many-pixels', path, 'too many pixels', {
      width: header.width,
      height: header.height,
    });
  const mode = MODES[header.mode];
  if (!mode || header.depth > 16 || header.channels < mode.samples)
    throw unsupported(path, `colour mode ${header.mode} with ${header.depth} bits`);
  return {
    format: header.large ? 'psb' : 'psd',
    data: wrapMergedImage(path, bytes, header, mode),
    facts: resourceFacts(header.resources),
  };
}

function readHeader(path: string, bytes: Uint8Array): PsdHeader {
  try {
    return readPsdHeader(bytes);
  } catch (error) {
    if (error instanceof PsdTruncated)
      throw fileError('file/truncated', path, 'the file ends early');
    throw error;
  }
}

function wrapMergedImage(
  path: string,
  bytes: Uint8Array,
  header: PsdHeader,
  mode: { photometric: number; samples: number },
): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const compression = view.getUint16(header.imageAt);
  if (compression !== RAW && compression !== PACK_BITS)
    throw unsupported(path, 'a zip-compressed merged image');
  const strips =
    compression === RAW
      ? plainStrips(header, mode.samples)
      : packedStrips(path, view, header, mode.samples);
  const length = strips.stripBytes.reduce((sum, size) => sum + size, 0);
  const planes = bytes.subarray(strips.start, strips.start + length);
  if (planes.length < length)
    throw fileError('file/truncated', path, 'the merged image ends early');
  const layout: TiffLayout = {
    width: header.width,
    height: header.height,
    bitsPerSample: header.depth,
    samplesPerPixel: mode.samples,
    photometric: mode.photometric,
    compression: compression === RAW ? 1 : 32773,
    planar: 2,
    rowsPerStrip: strips.rowsPerStrip,
    stripBytes: strips.stripBytes,
    iccProfile: photoshopResource(header.resources, RESOURCE.icc) ?? undefined,
    ...(header.mode === INDEXED && {
      // A table of 256 bytes a channel, which TIFF wants in 16 bits.
      colourMap: Array.from({ length: 768 }, (_, i) => (header.colourTable[i] ?? 0) * 257),
    }),
  };
  // Photoshop stores ink the other way round: 255 is bare paper.
  const inked = header.mode === CMYK ? inverted(planes, strips.stripBytes, compression) : planes;
  return wrapAsTiff(inked, layout);
}

interface Strips {
  start: number;
  rowsPerStrip: number;
  stripBytes: number[];
}

/** Uncompressed: every plane is one strip. */
function plainStrips({ imageAt, width, height, depth }: PsdHeader, samples: number): Strips {
  const plane = Math.ceil((width * depth) / 8) * height;
  return {
    start: imageAt + 2,
    rowsPerStrip: height,
    stripBytes: new Array<number>(samples).fill(plane),
  };
}

/** PackBits: every row is a strip, and the lengths of all channels' rows stand in front. */
function packedStrips(path: string, view: DataView, header: PsdHeader, samples: number): Strips {
  const size = header.large ? 4 : 2;
  const table = header.imageAt + 2;
  const start = table + header.channels * header.height * size;
  if (start > view.byteLength)
    throw fileError('file/truncated', path, 'the merged image ends early');
  const stripBytes = Array.from({ length: samples * header.height }, (_, row) =>
    header.large ? view.getUint32(table + row * size) : view.getUint16(table + row * size),
  );
  return { start, rowsPerStrip: 1, stripBytes };
}

function inverted(
  planes: Uint8Array,
  stripBytes: readonly number[],
  compression: number,
): Uint8Array {
  if (compression === RAW) return planes.map((byte) => 255 - byte);
  return invertPackBits(planes, stripBytes);
}

function resourceFacts(resources: Uint8Array): OpenedFile['facts'] {
  const block = (id: number) => photoshopResource(resources, id);
  const text = new TextDecoder();
  return [
    factsOrNone(() => xmpFacts(text.decode(block(RESOURCE.xmp) ?? new Uint8Array(0)))),
    factsOrNone(() => iptcFacts(block(RESOURCE.iptc) ?? new Uint8Array(0))),
    factsOrNone(() => exifFacts(block(RESOURCE.exif) ?? new Uint8Array(0))),
  ];
}

function unsupported(path: string, what: string) {
  return fileError('file/unsupported-format', path, `Photoshop: ${what} is not supported`, {
    format: 'Photoshop',
  });
}
