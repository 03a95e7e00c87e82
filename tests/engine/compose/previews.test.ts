import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type OpenedEngine } from './studio';

const tiff = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .tiff()
    .toBuffer();

let opened: OpenedEngine;
let works: string;
let file: string;
let id: number;
beforeAll(async () => {
  opened = await openEngine();
  works = await mkdtemp(join(tmpdir(), 'oeuvre-previews-'));
  file = join(works, 'work.tif');
  await writeFile(file, await tiff('#ff0000'));
  await opened.engine.request('folders.add', { path: works });
  await opened.engine.idle();
  const { ids } = await opened.engine.request('gallery.query', {});
  id = ids[0] ?? 0;
});
afterAll(async () => {
  await opened.close();
  await rm(works, { recursive: true, force: true });
});

async function redAndBlueShown(): Promise<[number, number]> {
  const { path } = await opened.engine.request('files.locate', { id, kind: 'preview' });
  const [red = 0, , blue = 0] = await sharp(path).raw().toBuffer();
  return [Math.round(red / 255), Math.round(blue / 255)];
}

describe('the large view of a work', () => {
  it('shows the file as it is, and the old content again when that comes back', async () => {
    await writeFile(file, await tiff('#0000ff'));
    expect(await redAndBlueShown()).toEqual([0, 1]);
    await writeFile(file, await tiff('#ff0000'));
    expect(await redAndBlueShown()).toEqual([1, 0]);
  });

  it('says so when its file went away', async () => {
    await rm(join(opened.dataFolder, 'previews'), { recursive: true });
    await rm(file);
    await expect(redAndBlueShown()).rejects.toMatchObject({ code: 'file/not-found' });
  });
});
