/** The part of libheif's WebAssembly interface that is used here; the package types none of it. */
export interface Libheif {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  heif_context_alloc(): unknown;
  heif_context_free(context: unknown): void;
  heif_context_read_from_memory(context: unknown, bytes: Uint8Array): HeifResult;
  heif_js_context_get_primary_image_handle(context: unknown): HeifHandle | HeifResult;
  heif_js_decode_image2(
    handle: HeifHandle,
    colourSpace: unknown,
    chroma: unknown,
  ): Promise<HeifDecoded | HeifResult> | HeifDecoded | HeifResult;
  heif_image_handle_release(handle: HeifHandle): void;
  heif_image_handle_get_width(handle: HeifHandle): number;
  heif_image_handle_get_height(handle: HeifHandle): number;
  heif_image_release(image: unknown): void;
  heif_error_code: { heif_error_Ok: unknown };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGBA: unknown };
  heif_channel: { heif_channel_interleaved: unknown };
  _heif_image_handle_get_raw_color_profile_size(handle: number): number;
  _heif_image_handle_get_raw_color_profile(error: number, handle: number, target: number): void;
  _heif_image_handle_get_number_of_metadata_blocks(handle: number, filter: number): number;
  _heif_image_handle_get_list_of_metadata_block_IDs(
    handle: number,
    filter: number,
    ids: number,
    count: number,
  ): number;
  _heif_image_handle_get_metadata_type(handle: number, id: number): number;
  _heif_image_handle_get_metadata_size(handle: number, id: number): number;
  _heif_image_handle_get_metadata(error: number, handle: number, id: number, target: number): void;
}

export interface HeifResult {
  code: unknown;
  message: string;
}

export interface HeifHandle {
  /** The binding's record of the native object. */
  $$: { ptr: number };
}

export interface HeifDecoded {
  image: unknown;
  channels: { id: unknown; width: number; height: number; stride: number; data: Uint8Array }[];
}

let loaded: Promise<Libheif> | undefined;

/** Two megabytes of WebAssembly, read when the first HEIC file comes along. */
export function loadLibheif(): Promise<Libheif> {
  // @ts-expect-error -- the package brings no types
  loaded ??= import('libheif-js/wasm-bundle.js').then(
    (module: { default?: unknown }) => (module.default ?? module) as Libheif,
  );
  return loaded;
}

export function isHeifHandle(value: HeifHandle | HeifResult): value is HeifHandle {
  return '$$' in value && !('code' in value);
}

export function isHeifDecoded(value: HeifDecoded | HeifResult): value is HeifDecoded {
  return 'channels' in value;
}
