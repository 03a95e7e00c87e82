import type { RgbImage } from '../kernel/rgb-image';
import { decodePixels } from './decode-pixels';
import { flatten } from './flatten';
import { openPicture } from './open-picture';
import { DECODE_SIDE, VECTOR_SIDE } from './read-work';
import { resampleForModel } from './resample';
import type { ModelInputSize } from './work-reading';

/**
 * What the encoder saw of a work when it was taken in, and nothing else of it.
 *
 * @param path names the file in errors and refines what its content leaves open; it is not read
 * @throws EngineError with a `file/*` code for everything that is no readable picture
 */
export async function readModelInput(
  path: string,
  bytes: Uint8Array,
  size: ModelInputSize,
): Promise<RgbImage> {
  const picture = await openPicture(path, bytes, VECTOR_SIDE);
  const { image } = flatten(await decodePixels(picture, DECODE_SIDE));
  return resampleForModel(image, size);
}
