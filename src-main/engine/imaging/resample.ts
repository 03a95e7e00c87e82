import type { RgbImage } from '../kernel/rgb-image';
import { sharp } from './configured-sharp';
import type { ModelInputSize } from './work-reading';

/** Longer side of the picture that is measured. */
const ANALYSIS_SIDE = 256;
/** Thinner pictures are stretched to this many rows or columns, so that there is something to measure. */
const MIN_SIDE = 8;

/** The picture at exactly 256 pixels on its longer side. Small ones keep hard edges when they are enlarged. */
export async function resampleForAnalysis(image: RgbImage): Promise<RgbImage> {
  const scale = ANALYSIS_SIDE / Math.max(image.width, image.height);
  const width = Math.max(MIN_SIDE, Math.round(image.width * scale));
  const height = Math.max(MIN_SIDE, Math.round(image.height * scale));
  return await resample(image, { width, height, fit: 'fill' }, scale > 1 ? 'nearest' : 'linear');
}

/** The picture at exactly the size an encoder wants. */
export async function resampleForModel(image: RgbImage, size: ModelInputSize): Promise<RgbImage> {
  return await resample(image, size, 'linear');
}

/** On raw pixels sharp is faster than a loop of ours, and it runs beside the engine's own thread. */
async function resample(
  { width, height, data }: RgbImage,
  size: ModelInputSize,
  kernel: 'nearest' | 'linear',
): Promise<RgbImage> {
  const pixels = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ ...size, kernel })
    .raw()
    .toBuffer();
  return { width: size.width, height: size.height, data: pixels };
}
