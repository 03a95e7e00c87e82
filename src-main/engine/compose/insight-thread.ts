import { Worker } from 'node:worker_threads';
import { EngineError } from '../../contract';
import { packTable, type SharedWorkTable } from '../storage/table/table-transfer';
import type { InsightTask, InsightTasks } from './insight-tasks';
import type { FromInsight, ToInsight } from './insight-worker';

interface Pending {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onProgress: AskOptions['onProgress'];
}

/** For tasks that take seconds; others neither tell how far they are nor can be given up. */
export interface AskOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Once it aborts, the task ends with 'request/cancelled'. */
  signal?: AbortSignal;
}

/**
 * Has everything that looks at the whole library at once computed in a thread of its own, so that the engine's event loop
 * is free for pictures and clicks. Started when first asked; a thread that dies fails what it was asked and is started
 * again by the next question.
 */
export class InsightThread {
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #table: SharedWorkTable | undefined;
  #seq = 0;

  /** @param workerPath the built script of the thread */
  constructor(private readonly workerPath: string) {}

  /** @throws EngineError with the task's own code, 'request/cancelled' after `close`, or Error when the thread dies */
  ask<T extends InsightTask>(
    table: SharedWorkTable,
    task: T,
    input: InsightTasks[T]['input'],
    { onProgress, signal }: AskOptions = {},
  ): Promise<InsightTasks[T]['output']> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw new EngineError('request/cancelled', 'Nobody waits for this');
      const worker = (this.#worker ??= this.#start());
      const send = (message: ToInsight): void => worker.postMessage(message);
      if (this.#table !== table) {
        this.#table = table;
        send({ kind: 'table', table: packTable(table) });
      }
      const seq = ++this.#seq;
      this.#pending.set(seq, { resolve, reject, onProgress });
      send({ kind: 'task', seq, task, input });
      signal?.addEventListener('abort', () => {
        if (this.#pending.has(seq)) send({ kind: 'cancel', seq });
      });
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#forget(new EngineError('request/cancelled', 'The engine is closing'));
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.workerPath);
    worker.on('message', (message: FromInsight) => this.#receive(message));
    const ended = (error: Error): void => {
      if (this.#worker === worker) this.#forget(error);
    };
    worker.once('error', ended);
    worker.once('exit', (code) => ended(new Error(`The insight thread ended with code ${code}`)));
    return worker;
  }

  #receive(message: FromInsight): void {
    const pending = this.#pending.get(message.seq);
    if (message.kind === 'progress') {
      pending?.onProgress?.({ done: message.done, total: message.total });
      return;
    }
    this.#pending.delete(message.seq);
    if (message.kind === 'answer') pending?.resolve(message.value as never);
    else {
      const { code, message: text, detail } = message.error;
      pending?.reject(new EngineError(code, text, detail));
    }
  }

  #forget(error: Error): void {
    this.#worker = undefined;
    this.#table = undefined;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(error);
  }
}
