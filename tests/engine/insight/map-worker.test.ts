import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapPoints, runMapWorker } from '../../../src-main/engine/insight';
import { squareLayout } from '../../../src-main/engine/insight/square-layout';
import { several, syntheticTable } from '../../support/synthetic-table';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;
let workerPath: string;

/** Builds the thread's script as the application does: one CommonJS file. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oeuvre-map-'));
  workerPath = path.join(folder, 'map-worker.cjs');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      lib: {
        entry: path.join(root, 'src-main/engine/insight/map-worker.ts'),
        formats: ['cjs'],
        fileName: () => 'map-worker.cjs',
      },
      rollupOptions: { external: [/^node:/] },
    },
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const table = syntheticTable([...several(60, { manner: 0 }), ...several(60, { manner: 1 })]);

describe("the map's thread", () => {
  it('lays out the same map as the calculation itself, and tells how far it is', async () => {
    const told: [number, number][] = [];
    const positions = await runMapWorker(mapPoints(table), {
      workerPath,
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(positions).toEqual(squareLayout(mapPoints(table)));
    expect(told.length).toBeGreaterThan(3);
    expect(told.every(([done, total]) => done > 0 && done <= total)).toBe(true);
  });

  it('ends when it is cancelled', async () => {
    const large = syntheticTable(Array.from({ length: 1500 }, (_, i) => ({ manner: i % 5 })));
    const controller = new AbortController();
    const map = runMapWorker(mapPoints(large), {
      workerPath,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(map).rejects.toMatchObject({ code: 'request/cancelled' });
  });

  it('does not start for a request that is cancelled already', async () => {
    const map = runMapWorker(mapPoints(table), { workerPath, signal: AbortSignal.abort() });
    await expect(map).rejects.toMatchObject({ code: 'request/cancelled' });
  });

  it('says so when it fails', async () => {
    await expect(
      runMapWorker(mapPoints(table), { workerPath: path.join(folder, 'none.cjs') }),
    ).rejects.toThrow();
  });
});
