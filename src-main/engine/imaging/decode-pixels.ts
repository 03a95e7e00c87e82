import type { Sharp } from 'sharp';
import { MAX_PIXELS, sharp, TIMEOUT_SECONDS } from './configured-sharp';
import { reading, type Picture } from './open-picture';

export interface Pixels {
  width: number;
  height: number;
  /** 3, or 4 with alpha that is not premultiplied. */
  channels: 3 | 4;
  data: Uint8Array;
}

/**
 * The picture as a pipeline of libvips: oriented, shrunk while loading to fit `longSide` (never enlarged), in
 * sRGB. A profile that can't be applied is left out rather than losing the picture.
 */
export function pipelineOf(picture: Picture, longSide: number, ignoreIcc = false): Sharp {
  const source = sharp(picture.data, {
    ...picture.options,
    failOn: 'truncated',
    limitInputPixels: MAX_PIXELS,
    ignoreIcc,
  });
  return orient(source, picture.orientation)
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: TIMEOUT_SECONDS });
}

/** Decodes once, to at most `longSide` pixels on the longer side. */
export async function decodePixels(picture: Picture, longSide: number): Promise<Pixels> {
  const decode = (ignoreIcc: boolean) =>
    pipelineOf(picture, longSide, ignoreIcc).raw().toBuffer({ resolveWithObject: true });
  const { data, info } = await withIccRetry(picture, decode);
  const channels = info.channels === 4 ? 4 : 3;
  return { width: info.width, height: info.height, channels, data };
}

/** Runs a decoding step, and once more without the colour profile when that was what failed. */
export async function withIccRetry<T>(
  picture: Picture,
  step: (ignoreIcc: boolean) => Promise<T>,
): Promise<T> {
  return await reading(picture.path, picture.metadata.format, picture.data, async () => {
    try {
      return await step(false);
    } catch (error) {
      if (error instanceof Error && /icc|profile|lcms/i.test(error.message))
        return await step(true);
      throw error;
    }
  });
}

/** EXIF orientations that cameras write into a raw file's container: turned by quarter turns. */
const QUARTER_TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

function orient(source: Sharp, orientation: number | undefined): Sharp {
  if (orientation === undefined) return source.autoOrient();
  const angle = QUARTER_TURNS[orientation];
  return angle === undefined ? source : source.rotate(angle);
}
