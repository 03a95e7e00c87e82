import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { JobProgress } from '../../../src-main/contract';
import { CircuitBreaker } from '../../../src-main/shell/engine/circuit-breaker';
import { EngineHost } from '../../../src-main/shell/engine/engine-host';
import { forkSpawner } from '../../../src-main/shell/engine/fork-spawner';

/** The built engine in its own process, under the shell's own supervision. */
export interface RealEngine {
  readonly root: string;
  readonly host: EngineHost;
  /** Adds a folder; resolves when all of it has been read, however often the engine died meanwhile. */
  index(folder: string): Promise<void>;
  /** Resolves at the first news of reading that satisfies. */
  reading(satisfies: (progress: JobProgress) => boolean): Promise<void>;
  /** Ends the engine as the system would; resolves when the host has noticed and started another. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function startRealEngine(): Promise<RealEngine> {
  const root = await mkdtemp(join(tmpdir(), 'oeuvre-kill-'));
  const listeners = new Set<(progress: JobProgress) => void>();
  const host = new EngineHost({
    spawn: forkSpawner({
      nodePath: process.execPath,
      entry: resolve('out/main/engine.cjs'),
      arguments: {
        dataFolder: join(root, 'data'),
        modelsFolder: resolve('models'),
        mapWorker: resolve('out/main/map-worker.cjs'),
        insightWorker: resolve('out/main/insight-worker.cjs'),
        version: '0.0.0',
      },
    }),
    // Here crashes are the purpose and no sign of a loop.
    breaker: new CircuitBreaker(1000, 60_000, 1000),
    onState: () => undefined,
    onEvent: (name, payload) => {
      const progress = payload as JobProgress;
      if (name !== 'job.progress' || progress.kind !== 'index') return;
      for (const listener of [...listeners]) listener(progress);
    },
  });
  const reading: RealEngine['reading'] = (satisfies) =>
    new Promise((settle) => {
      const listener = (progress: JobProgress): void => {
        if (!satisfies(progress)) return;
        listeners.delete(listener);
        settle();
      };
      listeners.add(listener);
    });
  return {
    root,
    host,
    reading,
    index: async (path) => {
      const done = reading(({ state }) => state === 'done');
      await host.request('folders.add', { path });
      await done;
    },
    kill: async () => {
      const killed = host.pid ?? 0;
      process.kill(killed, 'SIGKILL');
      await expect.poll(() => host.pid, { timeout: 30_000 }).not.toBe(killed);
    },
    close: async () => {
      await host.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
