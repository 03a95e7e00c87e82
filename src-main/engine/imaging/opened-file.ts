import type { SharpOptions } from 'sharp';
import type { Facts } from './metadata/facts';

/** A file after its format's own reader has seen it: bytes that sharp decodes, and what the file says of itself. */
export interface OpenedFile {
  /** Short lower-case name of the format, e.g. `jpeg`, `cr2`. */
  format: string;
  /** What sharp decodes: the file itself, a preview within it, or its pixels under a TIFF header. */
  data: Uint8Array;
  options?: SharpOptions;
  /** EXIF orientation that the container tells where `data` itself tells none. */
  orientation?: number | undefined;
  /** Size of the work where it isn't that of `data`. */
  size?: { width: number; height: number };
  /** What the container itself says, before anything that `data` carries. */
  facts: Facts[];
}
