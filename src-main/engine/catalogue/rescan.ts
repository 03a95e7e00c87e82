import { stat } from 'node:fs/promises';
import type { FolderId } from '../../contract';
import type { JobQueue } from '../jobs/job-queue';
import type { Catalogue } from '../storage/catalogue';

/** What an index job is told; survives JSON. */
export interface IndexPayload {
  readonly folderId: FolderId;
  readonly retryFailed: boolean;
}

/**
 * Asks for one folder to be brought up to date. A folder that is already waiting is not asked for twice.
 *
 * @returns the job's id
 * @throws EngineError 'folder/not-found'
 */
export function requestIndex(
  { folders }: Catalogue,
  queue: JobQueue,
  folderId: FolderId,
  retryFailed = false,
): string {
  const payload: IndexPayload = { folderId, retryFailed };
  return queue.enqueue('index', folders.get(folderId).path, payload);
}

/**
 * Asks for all folders to be brought up to date: at the start and when the window gets the focus. Cheap
 * where nothing has changed. A folder whose disk is still away is only looked for.
 */
export async function rescan(catalogue: Catalogue, queue: JobQueue): Promise<void> {
  for (const { id, path, reachable } of catalogue.folders.list()) {
    const isThere = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isThere || reachable) requestIndex(catalogue, queue, id);
  }
}
