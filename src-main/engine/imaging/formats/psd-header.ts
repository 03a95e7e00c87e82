/** Reading positions in a Photoshop document (Adobe Photoshop File Formats Specification). */
export interface PsdHeader {
  width: number;
  height: number;
  channels: number;
  depth: number;
  mode: number;
  /** A 'large document' (PSB): lengths of 8 bytes, rows counted in 4. */
  large: boolean;
  colourTable: Uint8Array;
  resources: Uint8Array;
  /** Where the merged image starts, at its compression mark. */
  imageAt: number;
}

export class PsdTruncated extends Error {}

/**
 * Walks over the four sections that stand before the merged image.
 *
 * @throws PsdTruncated when a section reaches beyond the file
 */
export function readPsdHeader(bytes: Uint8Array): PsdHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30) throw new PsdTruncated();
  const large = view.getUint16(4) === 2;
  const colours = section(view, 26, false);
  const resources = section(view, colours.end, false);
  const layers = section(view, resources.end, large);
  if (layers.end + 2 > bytes.length) throw new PsdTruncated();
  return {
    channels: view.getUint16(12),
    height: view.getUint32(14),
    width: view.getUint32(18),
    depth: view.getUint16(22),
    mode: view.getUint16(24),
    large,
    colourTable: bytes.subarray(colours.start, colours.end),
    resources: bytes.subarray(resources.start, resources.end),
    imageAt: layers.end,
  };
}

function section(view: DataView, at: number, long: boolean): { start: number; end: number } {
  const start = at + (long ? 8 : 4);
  if (start > view.byteLength) throw new PsdTruncated();
  const length = long ? Number(view.getBigUint64(at)) : view.getUint32(at);
  if (start + length > view.byteLength) throw new PsdTruncated();
  return { start, end: start + length };
}
