import { realpath } from 'node:fs/promises';
import { EngineError, type Folder, type JobId } from '../contract';
import type { Engine } from '../engine/compose';
import { describeProgress, type ProgressLine } from './progress-line';
import { UsageError } from './usage-error';

/**
 * Brings the catalogue in step with a folder and waits until it is.
 *
 * @throws UsageError when there is no such folder, or the catalogue is about another one
 */
export async function indexFolder(
  engine: Engine,
  path: string,
  progress: ProgressLine,
): Promise<Folder> {
  let jobId: JobId | undefined;
  const stop = engine.onEvent((name, payload) => {
    if (name === 'job.progress' && 'total' in payload && 'rate' in payload)
      if (payload.id === jobId && payload.state === 'running' && payload.total > 0)
        progress.show(describeProgress(payload));
  });
  try {
    const started = await start(engine, path);
    jobId = started.jobId;
    await engine.idle();
    await expectDone(engine, started.jobId);
    return started.folder;
  } finally {
    stop();
  }
}

async function start(engine: Engine, path: string): Promise<{ folder: Folder; jobId: JobId }> {
  const real = await realpath(path).catch(() => path);
  const folders = await engine.request('folders.list', undefined);
  const known = folders.find((folder) => folder.path === real);
  const other = folders.find((folder) => folder.path !== real);
  if (other) throw new UsageError(`--catalogue: it is the catalogue of ${other.path}`);
  if (known) {
    const { jobId } = await engine.request('folders.rescan', { folderId: known.id });
    return { folder: known, jobId };
  }
  return await engine.request('folders.add', { path }).catch((error: unknown) => {
    const asked = error instanceof EngineError && error.code.startsWith('folder/');
    throw asked ? new UsageError(error.message) : error;
  });
}

async function expectDone(engine: Engine, jobId: JobId): Promise<void> {
  const jobs = await engine.request('jobs.list', undefined);
  const job = jobs.find(({ id }) => id === jobId);
  if (job?.state === 'failed')
    throw new EngineError('request/internal', 'The folder could not be read to the end');
}
