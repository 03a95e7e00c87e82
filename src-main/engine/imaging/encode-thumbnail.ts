import type { RgbImage } from '../kernel/rgb-image';
import { sharp } from './configured-sharp';
import type { Pixels } from './decode-pixels';
import type { WorkReading } from './work-reading';

const QUALITY = 80;
/** WebP's effort 0..6: higher ones cost time and save a few percent. */
const WEBP_EFFORT = 2;

/** A JPEG of an opaque picture. */
export async function encodeOpaque({
  width,
  height,
  data,
}: RgbImage): Promise<WorkReading['thumbnail']> {
  const source = sharp(data, { raw: { width, height, channels: 3 } });
  const jpeg = source.jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0' });
  return { data: await jpeg.toBuffer(), mime: 'image/jpeg' };
}

/** A WebP that keeps what shines through. */
export async function encodeTransparent({
  width,
  height,
  channels,
  data,
}: Pixels): Promise<WorkReading['thumbnail']> {
  const source = sharp(data, { raw: { width, height, channels } });
  const webp = source.webp({ quality: QUALITY, effort: WEBP_EFFORT });
  return { data: await webp.toBuffer(), mime: 'image/webp' };
}
