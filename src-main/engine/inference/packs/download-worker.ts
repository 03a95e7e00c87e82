import { parentPort, workerData } from 'node:worker_threads';
import { toErrorReport, type ErrorReport } from '../../../contract/errors';
import { fetchPack, type FetchTask } from './fetch-pack';

export type DownloadMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done' }
  | { kind: 'failed'; error: ErrorReport };

/** The only script of this program that can reach a network; it is started for one archive, and ends with it. */
async function serve(task: FetchTask): Promise<void> {
  const say = (message: DownloadMessage): void => parentPort?.postMessage(message);
  try {
    await fetchPack(task, (done, total) => say({ kind: 'progress', done, total }));
    say({ kind: 'done' });
  } catch (error) {
    say({ kind: 'failed', error: toErrorReport(error) });
  }
}

void serve(workerData as FetchTask);
