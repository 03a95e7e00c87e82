import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { Canvas } from './canvas.mjs';
import { exifOf, svgMetadata, xmpOf } from './metadata.mjs';

/**
 * Draws a work and writes it with its description.
 *
 * @param {import('./work.mjs').Work} work @param {string} series @param {string} file
 * @returns {Promise<{ width: number, height: number, bytes: number }>}
 */
export async function saveWork(work, series, file) {
  await mkdir(dirname(file), { recursive: true });
  const drawn = work.draw();
  if (typeof drawn === 'string') {
    const text = drawn.replace(/(<svg[^>]*>)/, `$1${svgMetadata(work, series)}`);
    await writeFile(file, text);
    const { width = 0, height = 0 } = await sharp(Buffer.from(text)).metadata();
    return { width, height, bytes: Buffer.byteLength(text) };
  }
  const image = drawn instanceof Canvas ? drawn.toSharp() : drawn;
  const encoded = encode(image, work)
    .withDensity(300)
    .withExif(exifOf(work))
    .withXmp(xmpOf(work, series));
  const { width, height, size } = await encoded.toFile(file);
  return { width, height, bytes: size };
}

/** @param {import('sharp').Sharp} image @param {import('./work.mjs').Work} work */
function encode(image, { format = 'jpg', quality = 84 }) {
  switch (format) {
    case 'png':
      return image.png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 });
    case 'webp':
      return image.webp({ quality, effort: 5, smartSubsample: true });
    case 'tif':
      return image.tiff({ compression: 'deflate', predictor: 'horizontal' });
    default:
      return image.jpeg({
        quality,
        mozjpeg: true,
        chromaSubsampling: quality > 85 ? '4:4:4' : '4:2:0',
      });
  }
}
