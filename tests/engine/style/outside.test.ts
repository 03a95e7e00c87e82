import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkId, AxisWeights } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from '../compose/studio';

const only = (axis: keyof AxisWeights): AxisWeights => ({
  style: 0,
  subject: 0,
  palette: 0,
  [axis]: 1,
});

describe('works like a picture from outside', () => {
  let folder: string;
  let studio: OpenedEngine;
  let outside: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-outside-'));
    await mkdir(join(folder, 'works'));
    await cp(resolve('resources/samples'), join(folder, 'works'), { recursive: true });
    studio = await openEngine();
    await studio.engine.request('folders.add', { path: join(folder, 'works') });
    await studio.engine.idle();
    outside = join(folder, 'outside.jpg');
    await copyFile(await pathOf(await workCalled('Fjord, Last Light')), outside);
  });
  afterAll(async () => {
    await studio.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function workCalled(text: string): Promise<ArtworkId> {
    const { ids } = await studio.engine.request('gallery.query', { text });
    return ids[0] ?? 0;
  }

  async function pathOf(id: ArtworkId): Promise<string> {
    return (await studio.engine.request('artworks.get', { id })).path;
  }

  const look = (path: string, weights: AxisWeights, limit = 6) =>
    studio.engine.request('similar.outside', {
      source: { kind: 'file', path },
      weights,
      limit,
    });

  it('begin with the very same picture, then those that resemble its work', async () => {
    const id = await workCalled('Fjord, Last Light');
    const weights = { style: 1, subject: 0.5, palette: 0.5 };
    const { hits, fileName, thumbnail } = await look(outside, weights);
    expect(hits[0]).toMatchObject({ id });
    expect(hits[0]!.score).toBeCloseTo(1, 3);
    expect(fileName).toBe('outside.jpg');
    expect((await sharp(thumbnail.data).metadata()).format).toBe('jpeg');
    const similar = await studio.engine.request('artworks.similar', { id, weights, limit: 5 });
    expect(hits.slice(1).map((hit) => hit.id)).toEqual(similar.map((hit) => hit.id));
  });

  it('come in another order when another axis counts, each with its shares', async () => {
    const byStyle = await look(outside, only('style'));
    const byPalette = await look(outside, only('palette'));
    expect(byPalette.hits.map(({ id }) => id)).not.toEqual(byStyle.hits.map(({ id }) => id));
    for (const { score, axes } of byPalette.hits) expect(score).toBeCloseTo(axes.palette, 5);
  });

  it('leave the library and the file as they were', async () => {
    const before = await readFile(outside);
    const { total } = await studio.engine.request('gallery.facets', undefined);
    await look(outside, only('subject'));
    expect((await studio.engine.request('gallery.facets', undefined)).total).toBe(total);
    expect(await readFile(outside)).toEqual(before);
  });

  it('are the same for a copied picture as for its file', async () => {
    const bytes = new Uint8Array(await readFile(outside));
    const weights = only('style');
    const pasted = (copied: Uint8Array<ArrayBuffer>) =>
      studio.engine.request('similar.outside', {
        source: {
          kind: 'pasted',
          name: 'Pasted',
          bytes: copied,
          size: { width: 3000, height: 2000 },
        },
        weights,
        limit: 6,
      });
    const answer = await pasted(bytes);
    expect(answer.hits).toEqual((await look(outside, weights)).hits);
    expect(answer).toMatchObject({ fileName: 'Pasted', width: 3000, height: 2000 });
    await expect(pasted(new TextEncoder().encode('Dear painter'))).rejects.toMatchObject({
      code: 'file/not-an-image',
    });
  });

  it('are refused for what is no picture, by its reason', async () => {
    const text = join(folder, 'letter.jpg');
    await writeFile(text, 'Dear painter');
    const empty = join(folder, 'empty.png');
    await writeFile(empty, '');
    const pipe = join(folder, 'pipe.png');
    execFileSync('mkfifo', [pipe]);
    for (const [path, code] of [
      [text, 'file/not-an-image'],
      [empty, 'file/empty'],
      [pipe, 'file/not-an-image'],
      [folder, 'file/not-an-image'],
      [join(folder, 'gone.png'), 'file/not-found'],
    ] as const)
      await expect(look(path, only('style'))).rejects.toMatchObject({ code, detail: { path } });
  });
});
