import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
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

/** A sound PNG of `side` x `side` black pixels, one bit each: huge for whoever unpacks it, small on the disk. */
export function vastPicture(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** PNG specification, 5.3: length, name, content, CRC of the latter two. */
function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
