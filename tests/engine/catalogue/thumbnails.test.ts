import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThumbnailMaker } from '../../../src-main/engine/catalogue/originals';
import {
  measureThumbnails,
  trimThumbnails,
} from '../../../src-main/engine/catalogue/thumbnail-cache';
import { openStudio, type Studio } from './support';

let studio: Studio;
let maker: ThumbnailMaker;
beforeEach(async () => {
  studio = await openStudio();
  maker = new ThumbnailMaker(studio);
});
afterEach(() => studio.close());

const hashOf = (id: number): string => studio.catalogue.artworks.get(id).hash;

describe('thumbnails', () => {
  it('are made again when the cache has let them go, once for all who ask', async () => {
    await studio.put({ 'a.png': 1 });
    await studio.index();
    const kept = await maker.thumbnailOf(1);
    const before = await readFile(kept.path);
    await rm(studio.thumbnails.folder, { recursive: true });
    studio.decoded.length = 0;

    const [first, second] = await Promise.all([maker.thumbnailOf(1), maker.thumbnailOf(1)]);
    expect(first).toEqual(kept);
    expect(second).toEqual(kept);
    expect(studio.decoded).toHaveLength(1);
    expect(await readFile(kept.path)).toEqual(before);
  });

  it('cannot be made when the original is gone or has changed', async () => {
    await studio.put({ 'a.png': 1 });
    await studio.index();
    await studio.put({ 'b.png': 2 });
    await studio.index();
    await rm(studio.thumbnails.folder, { recursive: true });
    await rm(path.join(studio.works, 'a.png'));
    await studio.put({ 'b.png': 3 });
    await expect(maker.thumbnailOf(1)).rejects.toMatchObject({ code: 'file/not-found' });
    await expect(maker.thumbnailOf(2)).rejects.toMatchObject({ code: 'file/unreadable' });
    await expect(maker.thumbnailOf(99)).rejects.toMatchObject({ code: 'artwork/not-found' });
  });

  it('that are empty, as after a power cut, do not count', async () => {
    await studio.put({ 'a.png': 1 });
    await studio.index();
    const { path: file } = await maker.thumbnailOf(1);
    await writeFile(file, '');
    expect(await studio.thumbnails.find(hashOf(1))).toBeNull();
    expect((await stat((await maker.thumbnailOf(1)).path)).size).toBeGreaterThan(0);
  });
});

describe('trimThumbnails', () => {
  it('lets go what was not used for longest, and the leavings of writers that died', async () => {
    await studio.put(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.png`, i])));
    await studio.index();
    const { folder } = studio.thumbnails;
    const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
    for (let id = 1; id <= 10; id++) {
      const file = (await studio.thumbnails.find(hashOf(id)))?.path ?? '';
      await utimes(file, days(id), days(id));
    }
    const orphan = path.join(folder, hashOf(1).slice(0, 2), 'x.tmp');
    await writeFile(orphan, 'half');
    await utimes(orphan, days(1), days(1));
    // Being looked at makes the oldest one the latest used.
    await studio.thumbnails.find(hashOf(10));

    const { bytes } = await measureThumbnails(folder);
    const after = await trimThumbnails(folder, bytes / 2);
    expect(after).toEqual(await measureThumbnails(folder));
    expect(after.bytes).toBeLessThanOrEqual(bytes / 2);
    expect(after.files).toBeGreaterThan(0);
    expect(await studio.thumbnails.find(hashOf(10))).not.toBeNull();
    expect(await studio.thumbnails.find(hashOf(9))).toBeNull();
    expect(
      (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp')),
    ).toEqual([]);
  });

  it('is content with a cache that is not there', async () => {
    expect(await trimThumbnails(path.join(studio.root, 'nowhere'))).toEqual({ files: 0, bytes: 0 });
  });
});
