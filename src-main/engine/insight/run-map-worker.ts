import { Worker } from 'node:worker_threads';
import { EngineError } from '../../contract';
import type { MapWorkerMessage } from './map-worker';
import type { LayoutTask } from './square-layout';

export interface MapWorkerOptions {
  /** Path of the built worker script. */
  workerPath: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Lays points out in a thread of its own.
 *
 * @throws EngineError `request/cancelled` when the signal is aborted; the thread is ended
 */
export function runMapWorker(task: LayoutTask, options: MapWorkerOptions): Promise<Float32Array> {
  const { workerPath, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled());
    const worker = new Worker(workerPath, { workerData: task });
    const abort = () => {
      reject(cancelled());
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: MapWorkerMessage) => {
      if (message.kind === 'done') resolve(message.positions);
      else onProgress?.(message.done, message.total);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', abort);
      reject(new Error(`The map's thread ended early with code ${code}`));
    });
  });
}

function cancelled(): EngineError {
  return new EngineError('request/cancelled', 'The style map was cancelled');
}
