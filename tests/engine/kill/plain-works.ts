import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Makes a folder with pictures `0.png`, `1.png`… of one colour each. @returns the folder */
export async function plainWorks(root: string, count: number): Promise<string> {
  const works = join(root, 'works');
  await mkdir(works);
  for (let at = 0; at < count; at++) {
    const background = { r: at * 30, g: 90, b: 200 - at * 20 };
    const ground = { width: 60 + at, height: 40, channels: 3, background } as const;
    await writeFile(join(works, `${at}.png`), await sharp({ create: ground }).png().toBuffer());
  }
  return works;
}
