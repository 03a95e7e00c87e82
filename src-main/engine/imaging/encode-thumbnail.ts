import { sharp } from './configured-sharp';
import type { Pixels } from './decode-pixels';
import type { WorkReading } from './work-reading';

const QUALITY = 80;
/** WebP's effort 0..6: higher ones cost time and save a few percent. */
const WEBP_EFFORT = 2;

/** JPEG, or WebP where something shines through. */
export async function encodeThumbnail(
  { width, height, channels, data }: Pixels,
  transparent: boolean,
): Promise<WorkReading['thumbnail']> {
  const source = sharp(data, { raw: { width, height, channels } });
  return transparent
    ? {
        data: await source.webp({ quality: QUALITY, effort: WEBP_EFFORT }).toBuffer(),
        mime: 'image/webp',
      }
    : {
        data: await source
          .removeAlpha()
          .jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0' })
          .toBuffer(),
        mime: 'image/jpeg',
      };
}
