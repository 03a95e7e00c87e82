import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * A picture of its own for every seed: two fields of colour and a disc, as JPEG.
 *
 * @param side longer side in px: what reading it costs
 */
export async function picture(seed: number, side = 640): Promise<Buffer> {
  const height = Math.round(side * 0.75);
  const hue = (seed * 47) % 360;
  const at = 20 + ((seed * 29) % 60);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${height}" viewBox="0 0 100 75">
    <rect width="100" height="75" fill="hsl(${hue} 45% 62%)"/>
    <rect y="${at * 0.6}" width="100" height="75" fill="hsl(${(hue + 140) % 360} 35% 34%)"/>
    <circle cx="${at}" cy="${75 - at * 0.7}" r="${6 + (seed % 11)}" fill="hsl(${(hue + 50) % 360} 80% 55%)"/>
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

/** Writes `count` pictures into a folder. @returns their file names in order */
export async function writePictures(
  folder: string,
  count: number,
  side?: number,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = Array.from(
    { length: count },
    (_, at) => `study ${String(at + 1).padStart(3, '0')}.jpg`,
  );
  for (const [at, name] of names.entries())
    await writeFile(join(folder, name), await picture(at + 1, side));
  return names;
}
