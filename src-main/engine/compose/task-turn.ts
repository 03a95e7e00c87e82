/**
 * Asked by a long task between two steps: says how far it is and lets other tasks have their turn now and then.
 *
 * @throws EngineError 'request/cancelled' when nobody waits for the task any more
 */
export type TaskTurn = (done: number, total: number) => Promise<void>;
