import { analyseWork } from './analysis/analyse-work';
import { decodePixels } from './decode-pixels';
import { encodeOpaque, encodeTransparent } from './encode-thumbnail';
import { flatten } from './flatten';
import { openPicture } from './open-picture';
import { resampleForAnalysis, resampleForModel } from './resample';
import type { ModelInputSize, WorkReading } from './work-reading';

/** Longer side of the one decode, and so of the thumbnail, in pixels. */
export const DECODE_SIDE = 512;

/** Drawings are rasterised larger and shrunk, which draws thin lines better. */
export const VECTOR_SIDE = 1024;

/**
 * Reads a work from the bytes of its file: one decode, and from its pixels everything that is kept of it.
 *
 * @param path names the file in errors and refines what its content leaves open; it is not read
 * @param size the input that the encoder in use asks for
 * @throws EngineError with a `file/*` code for everything that is no readable picture
 */
export async function readWork(
  path: string,
  bytes: Uint8Array,
  size: ModelInputSize,
): Promise<WorkReading> {
  const picture = await openPicture(path, bytes, VECTOR_SIDE);
  const pixels = await decodePixels(picture, DECODE_SIDE);
  const { image, transparent } = flatten(pixels);
  const [thumbnail, modelInput, measured] = await Promise.all([
    transparent ? encodeTransparent(pixels) : encodeOpaque(image),
    resampleForModel(image, size),
    resampleForAnalysis(image).then(analyseWork),
  ]);
  const { width, height, metadata } = picture;
  return { width, height, metadata, thumbnail, modelInput, ...measured };
}
