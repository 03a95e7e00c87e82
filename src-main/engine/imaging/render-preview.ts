import { pipelineOf, withIccRetry } from './decode-pixels';
import { openPicture } from './open-picture';

export interface Preview {
  data: Buffer;
  mime: 'image/jpeg' | 'image/webp';
}

/** Longer side of the large view, in pixels. */
export const PREVIEW_SIDE = 2560;
const QUALITY = 90;

/**
 * The large view of a work that the interface can't show by itself: sRGB, at most `longSide` pixels.
 *
 * @param path names the file in errors and refines what its content leaves open; it is not read
 * @throws EngineError with a `file/*` code
 */
export async function renderPreview(
  path: string,
  bytes: Uint8Array,
  longSide = PREVIEW_SIDE,
): Promise<Preview> {
  const picture = await openPicture(path, bytes, longSide);
  return await withIccRetry(picture, async (ignoreIcc) => {
    const pipeline = pipelineOf(picture, longSide, ignoreIcc);
    return picture.hasAlpha
      ? {
          data: await pipeline.webp({ quality: QUALITY, effort: 2 }).toBuffer(),
          mime: 'image/webp',
        }
      : {
          data: await pipeline.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(),
          mime: 'image/jpeg',
        };
  });
}
