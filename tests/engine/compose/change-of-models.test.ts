import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtworkId } from '../../../src-main/contract';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';
import { writeTinyModel } from '../inference/support/tiny-model';

const ORANGE = { r: 210, g: 90, b: 20 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-change-'));
  await mkdir(join(folder, 'pictures'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A model whose head calls warm pictures by the given word. */
async function addModel(id: string, priority: number, warm: string): Promise<void> {
  const head = { id: 'movement', output: 'movement', temperature: 1, threshold: 0.8 };
  await writeTinyModel(join(folder, 'models', id), {
    id,
    priority,
    heads: [{ ...head, labels: [warm, 'cool'] }],
  });
}

async function started(work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await composeEngine({
    dataFolder: join(folder, 'data'),
    modelsFolder: join(folder, 'models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '0.0.0',
  });
  try {
    await engine.idle();
    await work(engine);
  } finally {
    await engine.close();
  }
}

describe('a better model beside the one in use', () => {
  it('embeds the works anew at the next start, and needs no original to go back', async () => {
    const path = join(folder, 'pictures');
    const create = { width: 64, height: 64, channels: 3, background: ORANGE } as const;
    await sharp({ create }).png().toFile(join(path, 'orange.png'));
    let id: ArtworkId | undefined;
    const decision = async (engine: Engine): Promise<unknown> => {
      if (id === undefined) throw new Error('Expected a work');
      return (await engine.request('style.of', { id })).heads['movement']?.decision;
    };

    await addModel('first', 1, 'warm');
    await started(async (engine) => {
      await engine.request('folders.add', { path });
      await engine.idle();
      [id] = (await engine.request('gallery.query', {})).ids;
      expect(await decision(engine)).toBe('warm');
    });

    await addModel('second', 2, 'fiery');
    await started(async (engine) => expect(await decision(engine)).toBe('fiery'));

    await rm(join(folder, 'models', 'second'), { recursive: true });
    await rm(join(path, 'orange.png'));
    await started(async (engine) => expect(await decision(engine)).toBe('warm'));
  });
});
