import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_IMAGES } from '../../../src-main/contract';
import { openBriefs } from '../../../src-main/engine/storage/documents/briefs';

describe('the briefs on the disk', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-briefs-'));
    file = join(folder, 'briefs.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keep everything that was said, and change only what is named', async () => {
    const briefs = await openBriefs(file);
    const { id } = await briefs.create('Hotel');
    await briefs.change(id, { palette: ['#112233'], words: 'harbour', locked: [4] });
    await briefs.change(id, { size: 5, words: undefined });
    const again = await openBriefs(file);
    expect(again.get(id)).toMatchObject({
      name: 'Hotel',
      palette: ['#112233'],
      words: 'harbour',
      locked: [4],
      size: 5,
      limits: { shapes: [], longSide: null, minRating: 0 },
    });
  });

  it('have names of their own, whatever the case', async () => {
    const briefs = await openBriefs(file);
    const first = await briefs.create('Hotel');
    await expect(briefs.create(' hotel ')).rejects.toMatchObject({ code: 'brief/name-taken' });
    const second = await briefs.create('Café');
    await expect(briefs.rename(second.id, 'HOTEL')).rejects.toMatchObject({
      code: 'brief/name-taken',
    });
    expect(await briefs.rename(first.id, 'hotel')).toMatchObject({ name: 'hotel' });
  });

  it('come back after they were removed, under a free name, until the next opening', async () => {
    const briefs = await openBriefs(file);
    const { id } = await briefs.create('Hotel');
    const picture = '0f0e0d0c-0000-4000-8000-000000000000';
    await briefs.addImage(id, { kind: 'outside', picture });
    await briefs.remove(id);
    expect(briefs.list()).toEqual([]);
    expect(() => briefs.get(id)).toThrow(expect.objectContaining({ code: 'brief/not-found' }));
    // Its picture is still needed to bring it back.
    expect(briefs.pictures()).toEqual(new Set([picture]));
    await briefs.create('hotel');
    expect(await briefs.restore(id)).toMatchObject({ name: 'Hotel (2)', images: [{ picture }] });
    await briefs.remove(id);
    const again = await openBriefs(file);
    expect(again.pictures()).toEqual(new Set());
    await expect(again.restore(id)).rejects.toMatchObject({ code: 'brief/not-found' });
  });

  it('hold so many images and no more', async () => {
    const briefs = await openBriefs(file);
    const { id } = await briefs.create('Full');
    for (let work = 1; work <= MOST_IMAGES; work++)
      await briefs.addImage(id, { kind: 'work', id: work });
    await expect(briefs.addImage(id, { kind: 'work', id: 99 })).rejects.toMatchObject({
      code: 'brief/too-many-images',
    });
    expect(briefs.get(id).images).toHaveLength(MOST_IMAGES);
  });

  it('are set aside when damaged, and the last good copy is used', async () => {
    const briefs = await openBriefs(file);
    const { id } = await briefs.create('Hotel');
    await briefs.change(id, { words: 'harbour' });
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
    const again = await openBriefs(file);
    expect(again.notices).toHaveLength(1);
    expect(again.get(id).name).toBe('Hotel');
  });
});
