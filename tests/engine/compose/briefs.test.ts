import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkId, BriefId, BriefPatch } from '../../../src-main/contract';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';

/** The sample portfolio, and a picture of it that lies elsewhere until it is thrown away. */
describe('briefs on a real catalogue', () => {
  let folder: string;
  let engine: Engine;
  let outside: string;

  const open = (): Promise<Engine> =>
    composeEngine({
      dataFolder: join(folder, 'data'),
      modelsFolder: resolve('models'),
      mapWorker: resolve('out/main/map-worker.cjs'),
      insightWorker: resolve('out/main/insight-worker.cjs'),
      version: '0.0.0',
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-brief-'));
    await mkdir(join(folder, 'works'));
    await cp(resolve('resources/samples'), join(folder, 'works'), { recursive: true });
    engine = await open();
    await engine.request('folders.add', { path: join(folder, 'works') });
    await engine.idle();
    outside = join(folder, 'mood.jpg');
    const { path } = await engine.request('artworks.get', { id: await workCalled('Slate Moon') });
    await cp(path, outside);
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function workCalled(text: string): Promise<ArtworkId> {
    const { ids } = await engine.request('gallery.query', { text });
    return ids[0] ?? 0;
  }

  async function briefOf(name: string, patch: BriefPatch): Promise<BriefId> {
    const { id } = await engine.request('briefs.create', { name });
    await engine.request('briefs.change', { id, patch });
    return id;
  }

  it('find the work that a picture from outside shows, after a restart and without its file', async () => {
    const { id } = await engine.request('briefs.create', { name: 'Mood' });
    const { images } = await engine.request('briefs.addPicture', { id, path: outside });
    await engine.close();
    await rm(outside);
    engine = await open();
    const wanted = await workCalled('Slate Moon');
    const { ranked, set, lost } = await engine.request('briefs.match', { id });
    expect(ranked[0]).toMatchObject({ id: wanted, nearest: 0 });
    expect(ranked[0]!.parts.images).toBeCloseTo(1, 2);
    expect(set).toHaveLength(8);
    expect(lost).toBe(0);
    const [image] = images;
    if (image?.kind !== 'outside') throw new Error('Expected a picture from outside');
    const kept = await engine.request('briefs.picture', { picture: image.picture });
    expect(kept).toMatchObject({ fileName: basename(outside) });
    expect(kept.palette.length).toBeGreaterThan(1);
  });

  it('look at a kept picture again when another model is in use', async () => {
    const [{ id } = { id: '' }] = await engine.request('briefs.list', undefined);
    const folderOfPictures = join(folder, 'data', 'brief-pictures');
    const [name = ''] = await readdir(folderOfPictures);
    await engine.close();
    const file = join(folderOfPictures, name);
    const document = JSON.parse(await readFile(file, 'utf8')) as {
      data: { vectors: Record<string, unknown> };
    };
    const [vectors] = Object.values(document.data.vectors);
    document.data.vectors = { 'another model': vectors };
    await writeFile(file, JSON.stringify(document));
    engine = await open();
    const { ranked } = await engine.request('briefs.match', { id });
    // From its thumbnail, so nearly as before.
    expect(ranked[0]).toMatchObject({ id: await workCalled('Slate Moon') });
    expect(ranked[0]!.parts.images).toBeGreaterThan(0.9);
    await engine.close();
    const after = JSON.parse(await readFile(file, 'utf8')) as typeof document;
    expect(Object.keys(after.data.vectors)).toHaveLength(2);
    engine = await open();
  });

  it('count what breaks their limits, and name it', async () => {
    const limits = { shapes: ['square' as const], longSide: 1000, fromYear: 2015 };
    const id = await briefOf('Limits', { limits: { ...blank, ...limits } });
    const {
      ranked,
      open: inQuestion,
      excluded,
      reasons,
    } = await engine.request('briefs.match', { id });
    const { total } = await engine.request('gallery.facets', undefined);
    expect(inQuestion + excluded).toBe(total);
    const counts = Object.fromEntries(reasons.map(({ limit, count }) => [limit, count]));
    for (const limit of ['shape', 'size'] as const) {
      const broken = await engine.request('briefs.excluded', { id, limit });
      expect(broken).toHaveLength(counts[limit] ?? 0);
      for (const work of broken) {
        const { card } = await engine.request('artworks.get', { id: work });
        if (limit === 'size') expect(Math.max(card.width, card.height)).toBeLessThan(1000);
        else expect(Math.abs(Math.log(card.width / card.height))).toBeGreaterThan(Math.log(1.04));
      }
      expect(ranked.map((work) => work.id).filter((work) => broken.includes(work))).toEqual([]);
    }
  });

  it('match words against titles, labels and learnt styles', async () => {
    const pixels = await Promise.all(['Pine Pass', 'Keeper'].map(workCalled));
    const photos = await Promise.all(['Polaris', 'Ring Road'].map(workCalled));
    await engine.request('style.label', { ids: pixels, label: 'pixelated', on: true });
    await engine.request('style.label', { ids: photos, label: 'exposure', on: true });
    const id = await briefOf('Words', { words: 'pixelated moon zeppelin' });
    const { ranked, unsaid } = await engine.request('briefs.match', { id });
    expect(unsaid).toEqual(['zeppelin']);
    const said = new Map(ranked.map((work) => [work.id, work.said]));
    expect(said.get(await workCalled('Slate Moon'))).toContain('moon');
    expect(said.get(pixels[0]!)).toContain('pixelated');
    const byStyle = ranked.filter((work) => work.said.includes('pixelated'));
    expect(byStyle.length).toBeGreaterThan(pixels.length);
  });

  it('take a word that is said of works elsewhere alone for one that is said of none', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: '#345' } });
    await picture.png().toFile(join(elsewhere, 'airship.png'));
    const { folder: added } = await engine.request('folders.add', { path: elsewhere });
    await engine.idle();
    const id = await briefOf('Airship', { words: 'airship' });
    expect((await engine.request('briefs.match', { id })).unsaid).toEqual([]);
    await engine.request('folders.remove', { folderId: added.id });
    await engine.idle();
    expect((await engine.request('briefs.match', { id })).unsaid).toEqual(['airship']);
  });

  it('keep the rest of a set as it is while one work is swapped, until something else is asked for', async () => {
    const id = await briefOf('Held', { size: 5, palette: ['#1e55b5'] });
    const setOf = async () => (await engine.request('briefs.match', { id })).set.map((it) => it.id);
    const before = await setOf();
    const [, out = 0] = before;
    const [, swap] = await engine.request('briefs.swaps', { id, work: out });
    const wanted = before.map((it) => (it === out ? (swap?.id ?? 0) : it));
    const patch = { locked: [swap?.id ?? 0], refused: [out], held: wanted, order: wanted };
    await engine.request('briefs.change', { id, patch });
    expect(await setOf()).toEqual(wanted);
    await engine.request('briefs.change', { id, patch: { size: 3 } });
    expect(await setOf()).toHaveLength(3);
    await engine.request('briefs.change', { id, patch: { held: [], locked: [], refused: [] } });
    expect(await setOf()).toEqual(expect.arrayContaining(before.slice(0, 1)));
  });

  it('leave the library as a table, a sheet and copies that overwrite nothing', async () => {
    const id = await briefOf('Out', {
      size: 3,
      images: [{ kind: 'work', id: await workCalled('Slate Moon') }],
    });
    const { set } = await engine.request('briefs.match', { id });
    const { csv } = await engine.request('briefs.csv', { id });
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain('Slate Moon');
    const { html } = await engine.request('briefs.sheet', { id, language: 'zh' });
    expect(html.match(/<img src="data:image\//g)).toHaveLength(3);
    expect(html).toContain('lang="zh"');
    const copies = join(folder, 'copies');
    await mkdir(copies);
    const first = await engine.request('briefs.copyFiles', { id, folder: copies });
    await engine.request('briefs.copyFiles', { id, folder: copies });
    expect(first).toEqual({ copied: 3, missing: 0 });
    const names = (await readdir(copies)).sort();
    expect(names).toHaveLength(6);
    expect(names[0]).toMatch(/^01 .*/);
    const { path } = await engine.request('artworks.get', { id: set[0]!.id });
    const copy = names.find((name) => name.startsWith('01 ') && !name.includes('(2)')) ?? '';
    expect(await readFile(join(copies, copy))).toEqual(await readFile(path));
    await expect(
      engine.request('briefs.copyFiles', { id, folder: join(folder, 'nowhere') }),
    ).rejects.toMatchObject({ code: 'folder/not-found' });
  });

  it('end an answer that nobody waits for any more, and refuse what is no picture', async () => {
    const [{ id } = { id: '' }] = await engine.request('briefs.list', undefined);
    const letter = join(folder, 'letter.jpg');
    await writeFile(letter, 'Dear painter');
    await expect(engine.request('briefs.addPicture', { id, path: letter })).rejects.toMatchObject({
      code: 'file/not-an-image',
      detail: { path: letter },
    });
    await expect(engine.request('briefs.match', { id: 'gone' })).rejects.toMatchObject({
      code: 'brief/not-found',
    });
  });

  it('give an artist somewhere to go and works to do without, from what was said', async () => {
    const { needs } = await engine.request('next.directions', undefined);
    expect(needs).toBe(3);
    const loved = await Promise.all(['Slate Moon', 'Red Mesa', 'Coral Coast'].map(workCalled));
    await engine.request('artworks.favourite', { ids: loved, favourite: true });
    const { directions, liked } = await engine.request('next.directions', undefined);
    expect(liked).toBe(3);
    expect(directions.length).toBeGreaterThan(0);
    for (const { from } of directions) expect(loved).toEqual(expect.arrayContaining(from));

    const { proposals } = await engine.request('retire.proposals', undefined);
    const web = await workCalled('for the web');
    const repeat = proposals.find((proposal) => proposal.id === web);
    expect(repeat).toMatchObject({ kind: 'repeat', by: 'pixels' });
    await engine.request('retire.settle', { id: web, on: true });
    await engine.close();
    engine = await open();
    const later = await engine.request('retire.proposals', undefined);
    expect(later.settled).toBe(1);
    expect(later.proposals.some(({ id }) => id === web)).toBe(false);
    expect((await engine.request('artworks.get', { id: web })).card.missing).toBe(false);
  });
});

const blank = { shapes: [], longSide: null, fromYear: null, toYear: null, minRating: 0 };
