import { parentPort } from 'node:worker_threads';
import { EngineError, toErrorReport, type ErrorReport } from '../../contract';
import { unpackTable, type PackedTable } from '../storage/table/table-transfer';
import type { WorkTable } from '../storage/work-table';
import { pause } from '../storage/yielding';
import { INSIGHT_TASKS, type InsightTask } from './insight-tasks';
import type { TaskTurn } from './task-turn';

/** What the thread is told: a table that replaces the one before, a task on the table it has, or to give one up. */
export type ToInsight =
  | { kind: 'table'; table: PackedTable }
  | { kind: 'task'; seq: number; task: InsightTask; input: unknown }
  | { kind: 'cancel'; seq: number };

export type FromInsight =
  | { kind: 'answer'; seq: number; value: unknown }
  | { kind: 'progress'; seq: number; done: number; total: number }
  | { kind: 'error'; seq: number; error: ErrorReport };

/** A long task lets others have their turn so often, and says as often how far it is. */
const TURN_MS = 40;

let table: WorkTable | undefined;
const cancelled = new Set<number>();

function say(message: FromInsight): void {
  parentPort?.postMessage(message);
}

function turnOf(seq: number): TaskTurn {
  let last = performance.now();
  return async (done, total) => {
    if (performance.now() - last < TURN_MS) return;
    say({ kind: 'progress', seq, done, total });
    await pause();
    if (cancelled.has(seq))
      throw new EngineError('request/cancelled', 'Nobody waits for this any more');
    last = performance.now();
  };
}

async function answer({ seq, task, input }: Extract<ToInsight, { kind: 'task' }>): Promise<void> {
  try {
    if (!table) throw new Error(`Expected a table before the task '${task}'`);
    const run = INSIGHT_TASKS[task] as (
      table: WorkTable,
      input: unknown,
      between: TaskTurn,
    ) => unknown;
    say({ kind: 'answer', seq, value: await run(table, input, turnOf(seq)) });
  } catch (error) {
    say({ kind: 'error', seq, error: toErrorReport(error) });
  } finally {
    cancelled.delete(seq);
  }
}

// Thinks about the whole library in a thread of its own: seconds of arithmetic belong on no event loop.
parentPort?.on('message', (message: ToInsight) => {
  if (message.kind === 'table') table = unpackTable(message.table);
  else if (message.kind === 'cancel') cancelled.add(message.seq);
  else void answer(message);
});
