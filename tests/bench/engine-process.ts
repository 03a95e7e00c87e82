import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JobProgress } from '../../src-main/contract';
import { EngineHost } from '../../src-main/shell/engine/engine-host';
import type { EngineChild } from '../../src-main/shell/engine/engine-child';
import { forkSpawner } from '../../src-main/shell/engine/fork-spawner';

/** The built engine in its own process, as the application runs it, over a new data folder. */
export interface EngineProcess {
  host: EngineHost;
  dataFolder: string;
  /** Adds a folder and resolves when its index job has ended. */
  index(folder: string): Promise<JobProgress>;
  /** Highest resident memory so far, MB; NaN where the system does not tell. */
  peakMb(): Promise<number>;
  close(): Promise<void>;
}

async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? NaN : Number(kilobytes) / 1024;
}

export interface EngineProcessOptions {
  /** A data folder to work on, which is kept; a new one that `close` removes when left out. */
  dataFolder?: string;
  /** Sees the process as it is started. */
  onChild?: (child: EngineChild) => void;
}

export async function startEngine({
  dataFolder: kept,
  onChild,
}: EngineProcessOptions = {}): Promise<EngineProcess> {
  const dataFolder = kept ?? (await mkdtemp(join(tmpdir(), 'oeuvre-bench-data-')));
  const ended = new Set<(progress: JobProgress) => void>();
  const spawn = forkSpawner({
    nodePath: process.execPath,
    entry: resolve('out/main/engine.cjs'),
    arguments: {
      dataFolder,
      modelsFolder: resolve('models'),
      mapWorker: resolve('out/main/map-worker.cjs'),
      insightWorker: resolve('out/main/insight-worker.cjs'),
      version: 'bench',
    },
  });
  const host = new EngineHost({
    spawn: () => {
      const child = spawn();
      onChild?.(child);
      return child;
    },
    onState: () => undefined,
    onEvent: (name, payload) => {
      const progress = payload as JobProgress;
      if (name !== 'job.progress' || progress.kind !== 'index' || progress.state !== 'done') return;
      for (const listener of ended) listener(progress);
    },
  });
  return {
    host,
    dataFolder,
    index: async (path) => {
      const done = new Promise<JobProgress>((resolve) => ended.add(resolve));
      await host.request('folders.add', { path });
      return done;
    },
    peakMb: () => peakOf(host.pid),
    close: async () => {
      await host.stop();
      if (kept === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
