import { TAG } from './tiff-tags';

/** How pixels that another decoder or file holds lie in memory, in TIFF's own terms (TIFF 6.0). */
export interface TiffLayout {
  width: number;
  height: number;
  /** Of one sample: 1, 8 or 16; 16-bit samples are big-endian. */
  bitsPerSample: number;
  samplesPerPixel: number;
  /** 0 white is zero, 1 black is zero, 2 RGB, 3 colour map, 5 CMYK. */
  photometric: number;
  /** 1 uncompressed, 32773 PackBits. */
  compression: number;
  /** 1 interleaved, 2 one plane after the other. */
  planar: 1 | 2;
  rowsPerStrip: number;
  /** Bytes of each strip, in the order in which they lie in the pixels. */
  stripBytes: readonly number[];
  /** 2: the last sample is alpha that is not premultiplied. */
  extraSamples?: number;
  /** Red, then green, then blue: 256 values each, 0..65535. */
  colourMap?: readonly number[];
  iccProfile?: Uint8Array | undefined;
}

interface Entry {
  tag: number;
  type: 3 | 4 | 7;
  values: readonly number[] | Uint8Array;
}

const TYPE_BYTES = { 3: 2, 4: 4, 7: 1 } as const;

/**
 * Puts a TIFF header in front of pixels, so that libvips decodes, colour-manages and shrinks them like any
 * other picture. The pixels are copied once and not looked at.
 */
export function wrapAsTiff(pixels: Uint8Array, layout: TiffLayout): Buffer {
  const draft = entriesOf(layout, 0);
  const headBytes = headLength(draft);
  const head = writeHead(entriesOf(layout, headBytes), headBytes);
  return Buffer.concat([head, pixels]);
}

function entriesOf(layout: TiffLayout, firstStrip: number): Entry[] {
  let at = firstStrip;
  const offsets = layout.stripBytes.map((bytes) => (at += bytes) - bytes);
  const entries: Entry[] = [
    { tag: TAG.imageWidth, type: 4, values: [layout.width] },
    { tag: TAG.imageLength, type: 4, values: [layout.height] },
    {
      tag: TAG.bitsPerSample,
      type: 3,
      values: new Array<number>(layout.samplesPerPixel).fill(layout.bitsPerSample),
    },
    { tag: TAG.compression, type: 3, values: [layout.compression] },
    { tag: TAG.photometric, type: 3, values: [layout.photometric] },
    { tag: TAG.stripOffsets, type: 4, values: offsets },
    { tag: TAG.samplesPerPixel, type: 3, values: [layout.samplesPerPixel] },
    { tag: TAG.rowsPerStrip, type: 4, values: [layout.rowsPerStrip] },
    { tag: TAG.stripByteCounts, type: 4, values: layout.stripBytes },
    { tag: TAG.planarConfiguration, type: 3, values: [layout.planar] },
  ];
  if (layout.colourMap) entries.push({ tag: TAG.colourMap, type: 3, values: layout.colourMap });
  if (layout.extraSamples !== undefined)
    entries.push({ tag: TAG.extraSamples, type: 3, values: [layout.extraSamples] });
  if (layout.iccProfile) entries.push({ tag: TAG.iccProfile, type: 7, values: layout.iccProfile });
  return entries;
}

function valueBytes({ type, values }: Entry): number {
  return TYPE_BYTES[type] * values.length;
}

/** Header, directory, and the values that do not fit into it, each on an even offset. */
function headLength(entries: readonly Entry[]): number {
  const outside = entries.map(valueBytes).filter((bytes) => bytes > 4);
  return outside.reduce((sum, bytes) => sum + bytes + (bytes % 2), 8 + 2 + entries.length * 12 + 4);
}

function writeHead(entries: readonly Entry[], length: number): Buffer {
  const head = Buffer.alloc(length);
  head.write('MM\0*', 0, 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(entries.length, 8);
  let outside = 8 + 2 + entries.length * 12 + 4;
  entries.forEach((entry, index) => {
    const at = 10 + index * 12;
    const bytes = valueBytes(entry);
    head.writeUInt16BE(entry.tag, at);
    head.writeUInt16BE(entry.type, at + 2);
    head.writeUInt32BE(entry.values.length, at + 4);
    if (bytes > 4) head.writeUInt32BE(outside, at + 8);
    writeValues(head, entry, bytes > 4 ? outside : at + 8);
    if (bytes > 4) outside += bytes + (bytes % 2);
  });
  return head;
}

function writeValues(head: Buffer, { type, values }: Entry, at: number): void {
  if (values instanceof Uint8Array) {
    head.set(values, at);
    return;
  }
  values.forEach((value, i) => {
    if (type === 3) head.writeUInt16BE(value, at + i * 2);
    else head.writeUInt32BE(value, at + i * 4);
  });
}
