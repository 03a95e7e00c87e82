import { copyFile, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFolder } from '../../../src-main/engine/catalogue/add-folder';
import { removeFolder } from '../../../src-main/engine/catalogue/remove-folder';
import { cardsOf, factsOf } from '../../../src-main/engine/storage/gallery/cards';
import { openStudio, picture, type Studio } from './support';

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});
afterEach(() => studio.close());

const at = (name: string): string => path.join(studio.works, name);

/** Gives a work everything a user can give, so that its loss would show. */
function cherish(id: number): void {
  studio.catalogue.opinions.rate([id], 5);
  studio.catalogue.opinions.setFavourite([id], true);
  studio.catalogue.labels.setLabel([id], 'mine', true);
}

const CHERISHED = { rating: 5, favourite: true, labels: ['mine'] };

function idOf(name: string): number {
  const found = [...studio.names()].find(([, fileName]) => fileName === name);
  if (!found)
    throw new Error(`Expected to see ${name} but see ${[...studio.names().values()].join()}`);
  return found[0];
}

function card(id: number) {
  const [found] = cardsOf(studio.catalogue, [id]);
  return found;
}

describe('a work keeps everything', () => {
  beforeEach(async () => {
    await studio.put({ 'a.png': 1, 'b.png': 2 });
    await studio.index();
    cherish(idOf('a.png'));
    studio.decoded.length = 0;
  });

  it('when its file is renamed, without being decoded again', async () => {
    const id = idOf('a.png');
    await rename(at('a.png'), at('renamed.png'));
    await studio.index();
    expect(studio.decoded).toEqual([]);
    expect(card(id)).toMatchObject({
      ...CHERISHED,
      fileName: 'renamed.png',
      title: 'renamed',
      missing: false,
    });
    expect(factsOf(studio.catalogue, id).path).toBe(at('renamed.png'));
    expect(studio.names().size).toBe(2);
  });

  it('when it moves to another added folder', async () => {
    const id = idOf('a.png');
    const other = path.join(studio.root, 'other');
    await mkdir(other);
    await rename(at('a.png'), path.join(other, 'a.png'));
    await studio.index({ folder: other });
    await studio.index();
    expect(studio.decoded).toEqual([]);
    expect(card(id)).toMatchObject({ ...CHERISHED, missing: false });
    expect(factsOf(studio.catalogue, id).path).toBe(path.join(other, 'a.png'));
  });

  it('when it is gone and comes back later under another name', async () => {
    const id = idOf('a.png');
    await rm(at('a.png'));
    await studio.index();
    expect(studio.names().has(id)).toBe(false);
    expect(card(id)).toMatchObject({ ...CHERISHED, missing: true });
    expect(factsOf(studio.catalogue, id).path).toBe(at('a.png'));

    await studio.put({ 'again/c.png': 1 });
    await studio.index();
    expect(card(id)).toMatchObject({ ...CHERISHED, fileName: 'c.png', missing: false });
  });

  it('when it is saved again with other content', async () => {
    const id = idOf('a.png');
    const { hash } = studio.catalogue.artworks.get(id);
    await studio.put({ 'a.png': 77 });
    await studio.index();
    expect(card(id)).toMatchObject({ ...CHERISHED, fileName: 'a.png' });
    expect(studio.catalogue.artworks.get(id).hash).not.toBe(hash);
    expect(studio.catalogue.analyses.find(hash)).toBeNull();
    expect(studio.names().size).toBe(2);
  });

  it('when its file is only touched', async () => {
    const id = idOf('a.png');
    const { date } = studio.catalogue.artworks.get(id);
    await utimes(at('a.png'), new Date(), new Date(Date.now() + 86_400_000));
    await studio.index();
    expect(studio.decoded).toEqual([]);
    expect(card(id)).toMatchObject({ ...CHERISHED, date });
    expect(await studio.index()).toMatchObject({ unchanged: 2 });
  });

  it('when it moved away and something else was saved in its place', async () => {
    const id = idOf('a.png');
    await rename(at('a.png'), at('z.png'));
    await studio.put({ 'a.png': 99 });
    await studio.index();
    expect(card(id)).toMatchObject({ ...CHERISHED, fileName: 'z.png' });
    expect(card(idOf('a.png'))).toMatchObject({ rating: 0, labels: [] });
    expect(studio.names().size).toBe(3);
  });

  it('when it changed places with another', async () => {
    const a = idOf('a.png');
    const b = idOf('b.png');
    await rename(at('a.png'), at('t.png'));
    await rename(at('b.png'), at('a.png'));
    await rename(at('t.png'), at('b.png'));
    // Renaming keeps times; these two differ in size or time, so that the change is seen.
    await utimes(at('a.png'), 1000, 1000);
    await utimes(at('b.png'), 2000, 2000);
    await studio.index();
    expect(factsOf(studio.catalogue, a).path).toBe(at('b.png'));
    expect(factsOf(studio.catalogue, b).path).toBe(at('a.png'));
    expect(card(a)).toMatchObject(CHERISHED);
    expect(card(b)).toMatchObject({ rating: 0 });
  });

  it('when another file takes its place and it takes the place of a third that changed', async () => {
    const a = idOf('a.png');
    await rename(at('a.png'), at('b.png'));
    await utimes(at('b.png'), 2000, 2000);
    await studio.put({ 'a.png': 55 });
    await studio.index();
    expect(factsOf(studio.catalogue, a).path).toBe(at('b.png'));
    expect(card(a)).toMatchObject(CHERISHED);
  });

  it('when its folder is removed and added again', async () => {
    const id = idOf('a.png');
    const [folder] = studio.catalogue.folders.list();
    await removeFolder(studio.catalogue, folder?.id ?? 0);
    expect(studio.names().size).toBe(0);
    expect(studio.catalogue.folders.list()).toEqual([]);
    expect(() => factsOf(studio.catalogue, id)).toThrowError(
      expect.objectContaining({ code: 'artwork/not-found' }),
    );

    await studio.index();
    expect(studio.decoded).toEqual([]);
    expect(card(id)).toMatchObject({ ...CHERISHED, missing: false });
  });

  it('while its disk is not connected', async () => {
    const id = idOf('a.png');
    await rename(studio.works, `${studio.works}-away`);
    expect(await studio.index()).toMatchObject({ reachable: false });
    expect(studio.catalogue.folders.list()).toMatchObject([{ reachable: false, works: 2 }]);
    expect(studio.names().size).toBe(2);
    expect(card(id)).toMatchObject({ ...CHERISHED, missing: true });

    await rename(`${studio.works}-away`, studio.works);
    expect(await studio.index()).toMatchObject({ reachable: true, unchanged: 2 });
    expect(card(id)).toMatchObject({ ...CHERISHED, missing: false });
  });

  it('while only the empty place is there where its disk was mounted', async () => {
    const [folder] = studio.catalogue.folders.list();
    studio.catalogue.folders.setReachable(folder?.id ?? 0, true, 'another device');
    await rm(at('a.png'));
    await rm(at('b.png'));
    expect(await studio.index()).toMatchObject({ reachable: false });
    expect(studio.names().size).toBe(2);
  });
});

describe('copies', () => {
  it('are one work in two files, and can be reported', async () => {
    await studio.put({ 'a.png': 1, 'copy/of a.png': 1, 'b.png': 2 });
    expect(await studio.index()).toMatchObject({ taken: 3 });
    expect(studio.decoded).toHaveLength(2);
    expect(studio.names().size).toBe(2);
    expect(studio.catalogue.files.exactDuplicates()).toEqual([
      { artworkId: idOf('a.png'), paths: [at('a.png'), at('copy/of a.png')] },
    ]);
  });

  it('let one of them go without a trace in the gallery', async () => {
    await studio.put({ 'a.png': 1, 'copy.png': 1 });
    await studio.index();
    const [id] = [...studio.names().keys()];
    await rm(at('a.png'));
    await studio.index();
    expect([...studio.names()]).toEqual([[id, 'copy.png']]);
    expect(studio.catalogue.files.exactDuplicates()).toEqual([]);
  });

  it('become a work of their own when they are worked on', async () => {
    await studio.put({ 'a.png': 1 });
    await studio.index();
    cherish(idOf('a.png'));
    await copyFile(at('a.png'), at('b.png'));
    await studio.index();
    await writeFile(at('b.png'), await picture(3));
    await studio.index();
    expect(studio.names().size).toBe(2);
    expect(card(idOf('a.png'))).toMatchObject(CHERISHED);
    expect(card(idOf('b.png'))).toMatchObject({ rating: 0 });
  });
});

describe('addFolder', () => {
  it('refuses what is not there, no folder, or already added', async () => {
    await studio.put({ 'a.png': 1, 'sub/b.png': 2 });
    await expect(addFolder(studio.catalogue, at('nowhere'))).rejects.toMatchObject({
      code: 'folder/not-found',
    });
    await expect(addFolder(studio.catalogue, at('a.png'))).rejects.toMatchObject({
      code: 'folder/not-a-folder',
    });
    await addFolder(studio.catalogue, studio.works);
    await expect(addFolder(studio.catalogue, studio.works)).rejects.toMatchObject({
      code: 'folder/already-added',
    });
    await expect(addFolder(studio.catalogue, at('sub'))).rejects.toMatchObject({
      code: 'folder/already-added',
      detail: { path: studio.works },
    });
  });

  it('leaves a folder inside another to itself when that was added first', async () => {
    await studio.put({ 'a.png': 1, 'sub/b.png': 2 });
    await studio.index({ folder: at('sub') });
    await studio.index();
    expect(studio.catalogue.folders.list().map(({ works }) => works)).toEqual([1, 1]);
    expect(studio.names().size).toBe(2);
  });
});
