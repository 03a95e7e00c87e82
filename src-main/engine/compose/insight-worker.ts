import { parentPort } from 'node:worker_threads';
import { toErrorReport, type ErrorReport } from '../../contract';
import { unpackTable, type PackedTable } from '../storage/table/table-transfer';
import type { WorkTable } from '../storage/work-table';
import { INSIGHT_TASKS, type InsightTask } from './insight-tasks';

/** What the thread is told: a table that replaces the one before, or a task on the table it has. */
export type ToInsight =
  | { kind: 'table'; table: PackedTable }
  | { kind: 'task'; seq: number; task: InsightTask; input: unknown };

export type FromInsight =
  | { kind: 'answer'; seq: number; value: unknown }
  | { kind: 'error'; seq: number; error: ErrorReport };

let table: WorkTable | undefined;

async function answer({ seq, task, input }: Extract<ToInsight, { kind: 'task' }>): Promise<void> {
  const say = (message: FromInsight): void => parentPort?.postMessage(message);
  try {
    if (!table) throw new Error(`Expected a table before the task '${task}'`);
    const run = INSIGHT_TASKS[task] as (table: WorkTable, input: unknown) => unknown;
    say({ kind: 'answer', seq, value: await run(table, input) });
  } catch (error) {
    say({ kind: 'error', seq, error: toErrorReport(error) });
  }
}

// Thinks about the whole library in a thread of its own: seconds of arithmetic belong on no event loop.
parentPort?.on('message', (message: ToInsight) => {
  if (message.kind === 'table') table = unpackTable(message.table);
  else void answer(message);
});
