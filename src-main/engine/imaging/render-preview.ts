import { readFile, stat } from 'node:fs/promises';
import { pipelineOf, withIccRetry } from './decode-pixels';
import { fileError } from './file-error';
import { openPicture } from './open-picture';

export interface Preview {
  data: Buffer;
  mime: 'image/jpeg' | 'image/webp';
}

/** Longer side of the large view, in pixels. */
export const PREVIEW_SIDE = 2560;
const MAX_FILE_BYTES = 2 ** 31 - 1;
const QUALITY = 90;

/**
 * The large view of a work that the interface can't show by itself: sRGB, at most `longSide` pixels.
 *
 * @throws EngineError with a `file/*` code
 */
export async function renderPreview(path: string, longSide = PREVIEW_SIDE): Promise<Preview> {
  const picture = await openPicture(path, await readWhole(path), longSide);
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

async function readWhole(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES)
      throw fileError('file/too-large', path, 'the file is larger than 2 GB');
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw fileError('file/not-found', path, 'the file is not there');
    if (code === 'EACCES' || code === 'EPERM')
      throw fileError('file/no-permission', path, 'the file may not be read');
    throw error;
  }
}
