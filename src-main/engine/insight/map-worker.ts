import { parentPort, workerData } from 'node:worker_threads';
import { squareLayout, type LayoutTask } from './square-layout';

/** What the worker says: how far it is, or the finished layout. */
export type MapWorkerMessage =
  { kind: 'progress'; done: number; total: number } | { kind: 'done'; positions: Float32Array };

const EVERY = 10;

/** Lays out the points it was started with and ends: half a minute of arithmetic belongs on no event loop. */
function serve(task: LayoutTask): void {
  const say = (message: MapWorkerMessage, transfer: ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, transfer);
  const positions = squareLayout(task, (done, total) => {
    if (done % EVERY === 0) say({ kind: 'progress', done, total });
  });
  say({ kind: 'done', positions }, [positions.buffer as ArrayBuffer]);
}

serve(workerData as LayoutTask);
