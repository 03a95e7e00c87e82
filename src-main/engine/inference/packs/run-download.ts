import { Worker } from 'node:worker_threads';
import { EngineError } from '../../../contract/errors';
import type { DownloadMessage } from './download-worker';
import type { FetchTask } from './fetch-pack';

export interface DownloadOptions {
  /** Path of the built worker script. */
  readonly workerPath: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Fetches an archive in a thread of its own.
 *
 * @throws EngineError what `fetchPack` throws, 'request/cancelled' when the signal is aborted; the thread is ended
 */
export function runDownload(task: FetchTask, options: DownloadOptions): Promise<void> {
  const { workerPath, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const cancelled = new EngineError('request/cancelled', 'The download was cancelled');
    if (signal.aborted) return reject(cancelled);
    const worker = new Worker(workerPath, { workerData: task });
    // Only when the thread has ended has it let go of the file.
    const abort = (): void => void worker.terminate().then(() => reject(cancelled));
    signal.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: DownloadMessage) => {
      if (message.kind === 'progress') onProgress(message.done, message.total);
      else if (message.kind === 'done') resolve();
      else {
        const { code, message: reason, detail } = message.error;
        reject(new EngineError(code, reason, detail));
      }
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', abort);
      if (!signal.aborted)
        reject(new EngineError('model/download-failed', `The thread ended with code ${code}`));
    });
  });
}
