import { sharp } from './configured-sharp';
import type { WorkReading } from './work-reading';

const QUALITY = 78;

/** A thumbnail made smaller still, for a page that shows hundreds of them. */
export async function shrinkThumbnail(
  data: Uint8Array,
  longSide: number,
): Promise<WorkReading['thumbnail']> {
  const source = sharp(data);
  const { hasAlpha } = await source.metadata();
  const small = source.resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true });
  return hasAlpha
    ? { data: await small.webp({ quality: QUALITY }).toBuffer(), mime: 'image/webp' }
    : {
        data: await small.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer(),
        mime: 'image/jpeg',
      };
}
