import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineArguments } from '../../../src-main/contract';
import { composeEngine } from '../../../src-main/engine/compose';

let dataFolder: string;
let options: EngineArguments;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'oeuvre-start-'));
  options = {
    dataFolder,
    modelsFolder: resolve('models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '0.0.0',
  };
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

it('stands again, in the same process, once the user has restored what was damaged', async () => {
  const first = await composeEngine(options);
  await first.request('boards.create', { name: 'Spring' });
  await first.close();
  const catalogue = join(dataFolder, 'catalogue.db');
  const good = await readFile(catalogue);
  await mkdir(join(dataFolder, 'preferences.json'));
  await expect(composeEngine(options)).rejects.toThrow();
  await rmdir(join(dataFolder, 'preferences.json'));
  await writeFile(catalogue, 'no database at all');
  await expect(composeEngine(options)).rejects.toMatchObject({ code: 'catalogue/damaged' });
  await writeFile(catalogue, good);
  const again = await composeEngine(options);
  expect(await again.request('boards.list', undefined)).toMatchObject([{ name: 'Spring' }]);
  expect(await again.request('folders.list', undefined)).toEqual([]);
  await again.close();
});
