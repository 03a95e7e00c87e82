import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import sharp from 'sharp';

/** 4.5 megapixels: the mean of a mixed collection of photographs and scans. */
const WIDTH = 2600;
const HEIGHT = 1733;

async function sampleFiles(): Promise<string[]> {
  const root = resolve('resources/samples');
  const entries = await readdir(root, { recursive: true });
  return entries
    .filter((name) => ['.jpg', '.png', '.webp'].includes(extname(name)))
    .map((name) => join(root, name));
}

/** How artists' folders are mixed: exports at high quality, some of them progressive, and PNGs of painting programs. */
type Kind = 'jpeg' | 'progressive' | 'png';
export const MIXED: readonly Kind[] = ['jpeg', 'jpeg', 'png', 'jpeg', 'progressive'];
export const ONLY_JPEG: readonly Kind[] = ['jpeg'];

// Grain keeps the files as large as a camera's, so that decoding them costs what it costs users.
async function photograph(source: string, target: string, kind: Kind): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  const grain = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080', noise },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const picture = sharp(source)
    .flatten({ background: '#ffffff' })
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .composite([{ input: grain, blend: 'soft-light' }]);
  if (kind === 'png') await picture.png({ compressionLevel: 6 }).toFile(`${target}.png`);
  else {
    const progressive = kind === 'progressive';
    await picture
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4', progressive })
      .toFile(`${target}.jpg`);
  }
}

/** Makes `count` pictures of 4.5 megapixels out of the sample works, in a new folder. */
export async function makePhotographs(count: number, kinds: readonly Kind[]): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'oeuvre-bench-')), 'photographs');
  await mkdir(folder);
  const sources = await sampleFiles();
  for (let i = 0; i < count; i++) {
    const source = sources[i % sources.length];
    const kind = kinds[i % kinds.length];
    if (source === undefined || kind === undefined)
      throw new Error('Expected sample works but found none');
    await photograph(source, join(folder, String(i).padStart(3, '0')), kind);
  }
  return folder;
}
