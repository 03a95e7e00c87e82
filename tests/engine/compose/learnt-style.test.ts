import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkId } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

const HERE = ['Forty Seconds', 'Hard Pixels'];
const TAUGHT = { 'long exposure': ['Polaris', 'Ring Road'], 'pixel art': ['Pine Pass', 'Keeper'] };

async function openWith(series: readonly string[]): Promise<OpenedEngine> {
  const studio = await openEngine();
  for (const name of series)
    await studio.engine.request('folders.add', { path: resolve('resources/samples', name) });
  await studio.engine.idle();
  return studio;
}

describe('a learnt style in another library', () => {
  let folder: string;
  let home: OpenedEngine;
  let other: OpenedEngine;
  let path: string;
  let content: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-style-file-'));
    path = join(folder, 'light.oeuvre-style');
    [home, other] = await Promise.all([openWith(HERE), openWith(HERE)]);
    for (const [label, titles] of Object.entries(TAUGHT)) {
      const ids = await Promise.all(titles.map((title) => workCalled(home, title)));
      await home.engine.request('style.label', { ids, label, on: true });
    }
    ({ content } = await home.engine.request('styles.export', {
      teaches: 'labels',
      name: 'Light',
    }));
    await writeFile(path, content);
  });
  afterAll(async () => {
    await Promise.all([home.close(), other.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function workCalled({ engine }: OpenedEngine, text: string): Promise<ArtworkId> {
    const { ids } = await engine.request('gallery.query', { text });
    return ids[0] ?? 0;
  }
  const importFile = (file: string) => other.engine.request('styles.import', { path: file });
  const importedId = async (): Promise<string> => {
    const outcome = await importFile(path);
    return outcome.kind === 'imported' ? outcome.style.id : '';
  };

  it('is a small text without pictures or paths', async () => {
    expect(content.length).toBeLessThan(30_000);
    const file = JSON.parse(content) as { model: unknown };
    expect(file).toMatchObject({
      format: 'oeuvre-style',
      version: 1,
      name: 'Light',
      labels: ['long exposure', 'pixel art'],
      accuracy: { tested: 4 },
    });
    expect(content).not.toContain('samples');
    expect(content).not.toContain('Polaris');
  });

  it('proposes its labels, which a person accepts or not', async () => {
    const id = await importedId();
    expect(await other.engine.request('styles.imported', undefined)).toMatchObject([
      { id, name: 'Light', usable: true, examples: 4 },
    ]);
    const teacher = { kind: 'imported', id } as const;
    const queue = await other.engine.request('review.proposals', { teacher, limit: 200 });
    const total = (await other.engine.request('gallery.facets', undefined)).total;
    expect(queue).toMatchObject({ trained: true, waiting: total });
    const pixels = await workCalled(other, 'Keeper');
    const proposed = queue.proposals.find((proposal) => proposal.id === pixels);
    expect(proposed?.label).toBe('pixel art');
    // Nothing is labelled by the import alone.
    expect((await other.engine.request('style.of', { id: pixels })).own).toEqual([]);

    const accepted = { teacher, id: pixels, label: 'pixel art' };
    expect(await other.engine.request('review.accept', accepted)).toEqual({ kept: true });
    expect((await other.engine.request('style.of', { id: pixels })).own).toEqual(['pixel art']);
    const after = await other.engine.request('review.proposals', { teacher, limit: 200 });
    expect(after.waiting).toBe(total - 1);
  });

  it('never replaces a label that a person gave', async () => {
    const id = await importedId();
    const work = await workCalled(other, 'Ring Road');
    await other.engine.request('style.label', { ids: [work], label: 'my own word', on: true });
    const teacher = { kind: 'imported', id } as const;
    const { proposals } = await other.engine.request('review.proposals', { teacher, limit: 200 });
    expect(proposals.map((proposal) => proposal.id)).not.toContain(work);
    const answer = await other.engine.request('review.accept', {
      teacher,
      id: work,
      label: 'long exposure',
    });
    expect(answer).toEqual({ kept: false });
    const { own, imported } = await other.engine.request('style.of', { id: work });
    expect(own).toEqual(['my own word']);
    expect(imported).toMatchObject([{ name: 'Light', answer: { decision: 'long exposure' } }]);
  });

  it('is one style however often its file is imported, goes when removed and comes back', async () => {
    const id = await importedId();
    await importedId();
    const list = () => other.engine.request('styles.imported', undefined);
    expect(await list()).toHaveLength(1);
    await other.engine.request('styles.remove', { id });
    expect(await list()).toEqual([]);
    const teacher = { kind: 'imported', id } as const;
    await expect(other.engine.request('review.proposals', { teacher })).rejects.toMatchObject({
      code: 'style/not-found',
    });
    await other.engine.request('styles.restore', { id });
    expect(await list()).toHaveLength(1);
    await expect(
      other.engine.request('styles.remove', { id: '0'.repeat(16) }),
    ).rejects.toMatchObject({ code: 'style/not-found' });
  });

  it('that was learnt on another model says on which, and nothing is kept', async () => {
    await other.engine.request('styles.remove', { id: await importedId() });
    const foreign = join(folder, 'foreign.oeuvre-style');
    const file = JSON.parse(content) as { model: { name: string; sha256: string } };
    file.model.name = 'A stronger eye';
    file.model.sha256 = 'f'.repeat(64);
    await writeFile(foreign, JSON.stringify(file));
    expect(await importFile(foreign)).toMatchObject({
      kind: 'other-model',
      needed: { name: 'A stronger eye' },
      active: { id: 'oeuvre-style' },
      isInstalled: false,
    });
    expect(await other.engine.request('styles.imported', undefined)).toEqual([]);
  });

  it('that was learnt on a model which is there but not in use says so', async () => {
    const shipped = JSON.parse(
      await readFile(resolve('models/mobilenetv2-early/manifest.json'), 'utf8'),
    ) as { id: string; name: string; version: string; sha256: string };
    const { id, name, version, sha256 } = shipped;
    const early = join(folder, 'early.oeuvre-style');
    const file = { ...(JSON.parse(content) as object), model: { id, name, version, sha256 } };
    await writeFile(early, JSON.stringify(file));
    expect(await importFile(early)).toMatchObject({ kind: 'other-model', isInstalled: true });
  });

  it('is refused when damaged or absent, by its path', async () => {
    const cut = join(folder, 'cut.oeuvre-style');
    await writeFile(cut, content.slice(0, 2000));
    for (const [file, code] of [
      [cut, 'style/file-damaged'],
      [folder, 'style/file-damaged'],
      [join(folder, 'gone.oeuvre-style'), 'file/not-found'],
    ] as const)
      await expect(importFile(file)).rejects.toMatchObject({ code, detail: { path: file } });
  });

  it('can be learnt from some of the labels alone', async () => {
    const ids = [await workCalled(home, 'Pendulum'), await workCalled(home, 'Rain on Glass')];
    await home.engine.request('style.label', { ids, label: 'third', on: true });
    const { content: some } = await home.engine.request('styles.export', {
      teaches: 'labels',
      name: 'Two of three',
      labels: ['long exposure', 'pixel art'],
    });
    expect(JSON.parse(some)).toMatchObject({ labels: ['long exposure', 'pixel art'] });
  });
});
