import { MAX_PIXELS } from '../configured-sharp';
import { fileError } from '../file-error';
import { exifFacts } from '../metadata/exif-facts';
import { factsOrNone } from '../metadata/facts';
import { xmpFacts } from '../metadata/xmp-facts';
import type { OpenedFile } from '../opened-file';
import { wrapAsTiff } from '../tiff/write-tiff';
import { heifMetadata, heifProfile } from './heif-blocks';
import { isHeifDecoded, isHeifHandle, loadLibheif, type HeifHandle, type Libheif } from './libheif';

const EXTRA_SAMPLE_ALPHA = 2;
const PHOTOMETRIC_RGB = 2;

/**
 * Decodes the primary image of a HEIC file (sharp's prebuilt libvips holds no HEVC decoder) and hands its
 * pixels on with their colour profile. libheif has applied rotation and mirroring by then.
 *
 * @throws EngineError 'file/unreadable', 'file/truncated', 'file/too-many-pixels'
 */
export async function openHeic(path: string, bytes: Uint8Array): Promise<OpenedFile> {
  const lib = await loadLibheif();
  const context = lib.heif_context_alloc();
  try {
    const read = lib.heif_context_read_from_memory(context, bytes);
    if (read.code !== lib.heif_error_code.heif_error_Ok) throw heifError(path, read.message);
    const handle = lib.heif_js_context_get_primary_image_handle(context);
    if (!isHeifHandle(handle)) throw heifError(path, handle.message);
    try {
      return await openImage(lib, handle, path);
    } finally {
      lib.heif_image_handle_release(handle);
    }
  } finally {
    lib.heif_context_free(context);
  }
}

async function openImage(lib: Libheif, handle: HeifHandle, path: string): Promise<OpenedFile> {
  const width = lib.heif_image_handle_get_width(handle);
  const height = lib.heif_image_handle_get_height(handle);
  if (width * height > MAX_PIXELS)
    throw fileError('file/too-many-pixels', path, `${width} x ${height} pixels are too many`, {
      width,
      height,
    });
  const pixels = await decode(lib, handle, path);
  const { exif, xmp } = heifMetadata(lib, handle);
  const data = wrapAsTiff(pixels.data, {
    width: pixels.width,
    height: pixels.height,
    bitsPerSample: 8,
    samplesPerPixel: 4,
    photometric: PHOTOMETRIC_RGB,
    compression: 1,
    planar: 1,
    rowsPerStrip: pixels.height,
    stripBytes: [pixels.data.length],
    extraSamples: EXTRA_SAMPLE_ALPHA,
    iccProfile: heifProfile(lib, handle),
  });
  return {
    format: 'heic',
    data,
    facts: [
      factsOrNone(() => (xmp ? xmpFacts(xmp) : {})),
      factsOrNone(() => (exif ? exifFacts(exif) : {})),
    ],
  };
}

/** RGBA, 8 bits, without the padding that rows may have. */
async function decode(
  lib: Libheif,
  handle: HeifHandle,
  path: string,
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const decoded = await lib.heif_js_decode_image2(
    handle,
    lib.heif_colorspace.heif_colorspace_RGB,
    lib.heif_chroma.heif_chroma_interleaved_RGBA,
  );
  if (!isHeifDecoded(decoded)) throw heifError(path, decoded.message);
  const plane = decoded.channels.find(({ id }) => id === lib.heif_channel.heif_channel_interleaved);
  const pixels = plane && { width: plane.width, height: plane.height, data: withoutPadding(plane) };
  lib.heif_image_release(decoded.image);
  if (!pixels) throw heifError(path, 'no pixels were found');
  return pixels;
}

function withoutPadding(plane: {
  width: number;
  height: number;
  stride: number;
  data: Uint8Array;
}): Uint8Array {
  const row = plane.width * 4;
  if (plane.stride === row) return plane.data.slice(0, row * plane.height);
  const packed = new Uint8Array(row * plane.height);
  for (let y = 0; y < plane.height; y++)
    packed.set(plane.data.subarray(y * plane.stride, y * plane.stride + row), y * row);
  return packed;
}

function heifError(path: string, message = 'it cannot be decoded') {
  const truncated = /end of file|outside of file|truncat/i.test(message);
  return fileError(truncated ? 'file/truncated' : 'file/unreadable', path, message);
}
