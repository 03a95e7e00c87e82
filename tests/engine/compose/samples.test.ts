import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkCard } from '../../../src-main/contract';
import type { Engine } from '../../../src-main/engine/compose';
import { openEngine } from './studio';

const samples = resolve('resources/samples');

interface Declared {
  works: { file: string; relation?: { kind: string; of?: string } }[];
}

async function fingerprints(folder: string): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const stats = await stat(path);
    if (!stats.isFile()) continue;
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    prints.set(path, `${hash} ${stats.mtimeMs} ${stats.size}`);
  }
  return prints;
}

describe('the sample portfolio through the whole engine', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  let cards: ArtworkCard[];
  let before: Map<string, string>;

  beforeAll(async () => {
    before = await fingerprints(samples);
    ({ engine, close } = await openEngine());
    await engine.request('folders.add', { path: samples });
    await engine.idle();
    const { ids } = await engine.request('gallery.query', {});
    cards = await engine.request('gallery.cards', { ids: [...ids] });
  });

  afterAll(() => close());

  const idOf = (fileName: string): number => {
    const card = cards.find((candidate) => candidate.fileName === fileName);
    if (!card) throw new Error(`Expected ${fileName} among the works`);
    return card.id;
  };

  it('takes in every work and fails at none', async () => {
    expect(cards.length).toBeGreaterThanOrEqual(60);
    expect(await engine.request('files.failed', {})).toEqual([]);
  });

  it('finds the two near-duplicates and the variant that were planted', async () => {
    const { works } = JSON.parse(await readFile(join(samples, 'samples.json'), 'utf8')) as Declared;
    const { duplicates } = await engine.request('portfolio.get', undefined);
    const planted = works.filter(({ relation }) => relation?.of !== undefined);
    expect(planted).toHaveLength(3);
    for (const { file, relation } of planted) {
      const pair = [file, relation?.of ?? ''].map((name) => idOf(name.split('/').at(-1) ?? ''));
      const group = duplicates.find((candidate) =>
        pair.every((id) => candidate.works.includes(id)),
      );
      expect(group?.relation, file).toBe(relation?.kind === 'variant' ? 'variant' : 'near');
    }
  });

  it('sees the turn of 2019', async () => {
    const { turningPoints, firstDate, lastDate } = await engine.request('portfolio.get', undefined);
    expect(turningPoints.map(({ label }) => label)).toContain('2019');
    expect(firstDate).toMatch(/^2016/);
    expect(lastDate).toMatch(/^2024/);
  });

  it('lays out the map with every work in its place and every group named', async () => {
    const map = await engine.request('portfolio.map', undefined);
    expect([...map.ids].sort((a, b) => a - b)).toEqual(
      cards.map(({ id }) => id).sort((a, b) => a - b),
    );
    expect(map.positions.every((value) => Math.abs(value) <= 1 + 1e-6)).toBe(true);
    expect(map.names.length).toBeGreaterThan(3);
  });

  it('learns series from four works each and recognises the others', async () => {
    const series = ['Undertow', 'Mist Studies', 'Hard Pixels'];
    const membersOf = async (name: string): Promise<number[]> =>
      (await readdir(join(samples, name))).sort().map(idOf);
    for (const label of series) {
      const ids = (await membersOf(label)).slice(0, 4);
      await engine.request('style.label', { ids, label, on: true });
    }
    const learnt = await engine.request('style.learnt', undefined);
    expect(learnt.trained).toBe(true);
    expect(learnt.accuracy).toBeGreaterThan(0.9);
    const asked = (
      await Promise.all(
        series.map(async (label) => (await membersOf(label)).slice(4).map((id) => ({ id, label }))),
      )
    ).flat();
    const answers = await Promise.all(
      asked.map(async ({ id, label }) => ({
        label,
        decision: (await engine.request('style.of', { id })).learnt?.decision,
      })),
    );
    const wrong = answers.filter(({ decision, label }) => decision !== null && decision !== label);
    const right = answers.filter(({ decision, label }) => decision === label);
    expect(wrong).toEqual([]);
    expect(right.length / answers.length).toBeGreaterThan(0.6);
  });

  it('suggests from what is liked, with works as evidence, and never what was dismissed', async () => {
    const [liked] = (await readdir(join(samples, 'Mist Studies'))).sort();
    await engine.request('suggestions.react', { id: idOf(liked ?? ''), reaction: 'like' });
    const first = await engine.request('suggestions.list', { surprise: 0 });
    expect(first.signals).toBe(1);
    expect(first.suggestions[0]?.reason).toMatchObject({
      kind: 'like-liked',
      works: [idOf(liked ?? '')],
    });
    const dismissed = first.suggestions[0]?.id ?? 0;
    await engine.request('suggestions.react', { id: dismissed, reaction: 'dismissed' });
    const second = await engine.request('suggestions.list', { surprise: 0 });
    expect(second.suggestions.map(({ id }) => id)).not.toContain(dismissed);
  });

  it('changed no original', async () => {
    expect(await fingerprints(samples)).toEqual(before);
  });
});
