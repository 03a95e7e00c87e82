import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtworkStyle } from '../../../src-main/contract';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';
import { writeTinyModel } from '../inference/support/tiny-model';

let folder: string;
let engine: Engine;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-heads-'));
  await writeTinyModel(join(folder, 'models', 'tiny'), {
    outputs: [
      { name: 'style', kind: 'style', dim: 3 },
      { name: 'subject', kind: 'subject', dim: 3 },
      { name: 'movement', kind: 'head', dim: 2 },
      { name: 'years', kind: 'period', dim: 3 },
      { name: 'novelty', kind: 'novelty', dim: 1 },
    ],
    heads: [
      {
        id: 'movement',
        output: 'movement',
        labels: ['warm', 'cool'],
        temperature: 1,
        threshold: 0.8,
        nodes: [{ id: 'tempered', labels: ['warm', 'cool'] }],
        nodeThreshold: 0.9,
        noveltyThreshold: 0.9,
      },
    ],
    period: { coverage: 0.8, measured: 0.76 },
  });
  engine = await composeEngine({
    dataFolder: join(folder, 'data'),
    modelsFolder: join(folder, 'models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '0.0.0',
  });
});

afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** What `style.of` answers for a picture of one colour. */
async function styleOf(r: number, g: number, b: number): Promise<ArtworkStyle> {
  const path = join(folder, 'pictures');
  await mkdir(path);
  const create = { width: 64, height: 64, channels: 3, background: { r, g, b } } as const;
  await sharp({ create }).png().toFile(join(path, 'one.png'));
  await engine.request('folders.add', { path });
  await engine.idle();
  const { ids } = await engine.request('gallery.query', {});
  return engine.request('style.of', { id: ids[0]! });
}

describe('a model with heads', () => {
  it('names the nearest label, the runner-up and the years', async () => {
    const { heads, period } = await styleOf(210, 90, 20);
    expect(heads['movement']).toMatchObject({
      verdict: 'nearest',
      decision: 'warm',
      labels: ['warm'],
    });
    expect(heads['movement']?.probabilities.map(({ label }) => label)).toEqual(['warm', 'cool']);
    expect(period).toEqual({ from: 1720, middle: 1790, to: 1910, coverage: 0.76 });
  });

  it('answers with the group when no single label is probable enough', async () => {
    const { heads } = await styleOf(100, 60, 90);
    expect(heads['movement']).toMatchObject({
      verdict: 'nearest',
      decision: 'tempered',
      labels: ['warm', 'cool'],
    });
  });

  it('says nothing of a work unlike all it has learnt', async () => {
    const { heads, period } = await styleOf(10, 245, 10);
    expect(heads['movement']).toMatchObject({ verdict: 'unfamiliar', decision: null, labels: [] });
    expect(period).toBeNull();
  });
});
