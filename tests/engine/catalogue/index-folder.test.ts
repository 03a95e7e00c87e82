import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWorkTable } from '../../../src-main/engine/storage/load-work-table';
import { openStudio, picture, type Studio } from './support';

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});
afterEach(() => studio.close());

describe('indexFolder', () => {
  it('takes in every picture of a folder and its subfolders', async () => {
    await studio.put({
      'a.png': 1,
      'deep/er/b.png': 2,
      'deep/c.png': 3,
      'notes.txt': 'no picture',
    });

    expect(await studio.index()).toMatchObject({ reachable: true, taken: 3, failed: 0 });
    expect([...studio.names().values()].sort()).toEqual(['a.png', 'b.png', 'c.png']);
    const table = await loadWorkTable(studio.catalogue, studio.encoder.modelId);
    expect(table.ids).toHaveLength(3);
    expect(table.style.dim).toBe(3);
    expect([0, 1, 2].every((row) => (table.swatches.at(row)?.length ?? 0) > 0)).toBe(true);
  });

  it('reads no pixel and asks the model nothing when nothing has changed', async () => {
    await studio.put(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.png`, i])));
    await studio.index();
    studio.decoded.length = 0;
    studio.encoder.images = 0;

    expect(await studio.index()).toMatchObject({ unchanged: 20, taken: 0, failed: 0, gone: 0 });
    expect(studio.decoded).toEqual([]);
    expect(studio.encoder.images).toBe(0);
  });

  it('names thumbnails by content', async () => {
    await studio.put({ 'a.png': 1 });
    await studio.index();

    const { hash } = studio.catalogue.artworks.get(1);
    const thumbnail = await studio.thumbnails.find(hash);
    expect(thumbnail?.path.endsWith(path.join(hash.slice(0, 2), `${hash}.jpg`))).toBe(true);
    expect((await sharp(await readFile(thumbnail?.path ?? '')).metadata()).format).toBe('jpeg');
  });

  it('lists what it cannot read, with the reason, until it is mended', async () => {
    await studio.put({ 'good.png': 1, 'empty.png': '', 'text.jpg': 'not a picture' });
    expect(await studio.index()).toMatchObject({ taken: 1, failed: 2 });
    expect(
      studio.catalogue.failures.list().map(({ path: file, code }) => [path.basename(file), code]),
    ).toEqual([
      ['empty.png', 'file/empty'],
      ['text.jpg', 'file/not-an-image'],
    ]);

    await studio.put({ 'empty.png': 2 });
    await rm(path.join(studio.works, 'text.jpg'));
    await studio.index();
    expect(studio.catalogue.failures.list()).toEqual([]);
    expect(studio.names().size).toBe(2);
  });

  it('keeps track of more files in one folder than it looks at in one go', async () => {
    const count = 1_100;
    const copy = await picture(1);
    await studio.put(
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.png`, copy])),
    );
    expect(await studio.index()).toMatchObject({ taken: count });
    expect(studio.decoded).toHaveLength(1);
    expect(await studio.index()).toMatchObject({ unchanged: count, taken: 0, gone: 0 });

    for (let i = 0; i < 600; i++) await rm(path.join(studio.works, `${i}.png`));
    expect(await studio.index()).toMatchObject({ unchanged: 500, gone: 600 });
    expect(await studio.index()).toMatchObject({ unchanged: 500, gone: 0 });
    expect(studio.names().size).toBe(1);
  });
});
