import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';

export interface OpenedEngine {
  engine: Engine;
  dataFolder: string;
  close: () => Promise<void>;
}

/**
 * The real engine with the real model, over a new data folder that is gone after `close`. The map's thread
 * is the built one.
 *
 * @param parent where the data folder is made
 */
export async function openEngine(parent = tmpdir()): Promise<OpenedEngine> {
  const dataFolder = await mkdtemp(join(parent, 'oeuvre-engine-'));
  const engine = await composeEngine({
    dataFolder,
    modelsFolder: resolve('models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '0.0.0',
  });
  const close = async (): Promise<void> => {
    await engine.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { engine, dataFolder, close };
}
