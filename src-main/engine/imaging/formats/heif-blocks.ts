import type { HeifHandle, Libheif } from './libheif';

/** `struct heif_error` is two enumerations and a pointer. */
const ERROR_BYTES = 16;
const MAX_BLOCK_BYTES = 16 * 1024 * 1024;
const MAX_BLOCKS = 16;

/** The ICC profile of an image, undefined where it has none. */
export function heifProfile(lib: Libheif, { $$: { ptr } }: HeifHandle): Uint8Array | undefined {
  const size = lib._heif_image_handle_get_raw_color_profile_size(ptr);
  return readBlock(lib, size, (error, target) =>
    lib._heif_image_handle_get_raw_color_profile(error, ptr, target),
  );
}

/** The metadata blocks of an image by kind: `exif` starts with the TIFF header, `xmp` is text. */
export function heifMetadata(
  lib: Libheif,
  { $$: { ptr } }: HeifHandle,
): { exif?: Uint8Array; xmp?: string } {
  const found: { exif?: Uint8Array; xmp?: string } = {};
  for (const id of blockIds(lib, ptr)) {
    const kind = cString(lib, lib._heif_image_handle_get_metadata_type(ptr, id));
    const size = lib._heif_image_handle_get_metadata_size(ptr, id);
    const block = readBlock(lib, size, (error, target) =>
      lib._heif_image_handle_get_metadata(error, ptr, id, target),
    );
    if (!block) continue;
    if (kind === 'Exif') found.exif = tiffPart(block);
    if (kind === 'mime') found.xmp = new TextDecoder().decode(block);
  }
  return found;
}

function blockIds(lib: Libheif, handle: number): number[] {
  const count = lib._heif_image_handle_get_number_of_metadata_blocks(handle, 0);
  if (count <= 0 || count > MAX_BLOCKS) return [];
  const ids = lib._malloc(count * 4);
  const written = lib._heif_image_handle_get_list_of_metadata_block_IDs(handle, 0, ids, count);
  const view = new DataView(lib.HEAPU8.buffer);
  const found = Array.from({ length: written }, (_, i) => view.getUint32(ids + i * 4, true));
  lib._free(ids);
  return found;
}

/** The block begins with the offset of its TIFF header (ISO/IEC 23008-12, annex A.2.1). */
function tiffPart(block: Uint8Array): Uint8Array {
  if (block.length < 4) return block;
  const offset = new DataView(block.buffer, block.byteOffset).getUint32(0);
  return block.slice(Math.min(block.length, 4 + offset));
}

function readBlock(
  lib: Libheif,
  size: number,
  read: (error: number, target: number) => void,
): Uint8Array | undefined {
  if (size <= 0 || size > MAX_BLOCK_BYTES) return undefined;
  const target = lib._malloc(size);
  const error = lib._malloc(ERROR_BYTES);
  read(error, target);
  const failed = new DataView(lib.HEAPU8.buffer).getInt32(error, true) !== 0;
  const block = failed ? undefined : lib.HEAPU8.slice(target, target + size);
  lib._free(target);
  lib._free(error);
  return block;
}

function cString(lib: Libheif, pointer: number): string {
  const end = lib.HEAPU8.indexOf(0, pointer);
  return new TextDecoder('latin1').decode(lib.HEAPU8.slice(pointer, end));
}
