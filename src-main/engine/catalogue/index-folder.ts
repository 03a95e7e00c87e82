import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { ArtworkId, FolderId } from '../../contract';
import type { JobContext } from '../jobs/job-context';
import type { Catalogue } from '../storage/catalogue';
import { BatchWriter } from './batch-writer';
import { Intake } from './intake';
import type { Encoder, ReadWork } from './ports';
import { settleGone } from './settle-gone';
import { survey, type Survey } from './survey';
import { TakeIn } from './take-in';
import type { Thumbnails } from './thumbnails';

export interface IndexFolderOptions {
  readonly catalogue: Catalogue;
  readonly folderId: FolderId;
  readonly readWork: ReadWork;
  /** The active model; null while none can be used: works are then taken in without its vectors. */
  readonly encoder: Encoder | null;
  readonly thumbnails: Thumbnails;
  readonly job: JobContext;
  /** Where this program keeps its own pictures, which are no works even when the folder holds them. */
  readonly own?: readonly string[];
  /** Also tries again what failed before and has not changed since. */
  readonly retryFailed?: boolean;
  /** Told which artworks were added, changed or lost; an empty list means 'ask again'. */
  readonly onChange?: (ids: readonly ArtworkId[]) => void;
  /** Files decoded at once. */
  readonly readers?: number;
}

export interface IndexSummary {
  /** False when the folder was not there; then nothing of it was touched. */
  readonly reachable: boolean;
  readonly unchanged: number;
  readonly taken: number;
  readonly failed: number;
  readonly gone: number;
}

const UNREACHABLE: IndexSummary = { reachable: false, unchanged: 0, taken: 0, failed: 0, gone: 0 };

/**
 * Brings the catalogue in step with a folder: takes in what is new or changed, keeps what moved, lists what
 * cannot be read. May be stopped, even killed, at any moment, and begun again: nothing is lost and nothing
 * done twice. A folder as it was costs no more than asking for its files' sizes and times.
 *
 * @throws EngineError 'folder/not-found' for an unknown id, 'catalogue/*' and 'model/*'; never for a file
 */
export async function indexFolder(options: IndexFolderOptions): Promise<IndexSummary> {
  const { catalogue, folderId, encoder, job, onChange } = options;
  const folder = catalogue.folders.stored(folderId);
  const device = await deviceOf(folder.path);
  if (device === null) return giveUp(options);
  const found = await survey({
    catalogue,
    folder,
    job,
    modelId: encoder?.modelId ?? null,
    own: options.own ?? [],
    retryFailed: options.retryFailed ?? false,
  });
  if (isUnplugged(found, catalogue.pending.count(folderId), folder.device, device))
    return giveUp(options);
  if (catalogue.folders.setReachable(folderId, true, device)) onChange?.([]);
  const { taken, failed } = await takeIn(options, found);
  const changed = await settleGone(catalogue, found.gone);
  if (changed.length > 0) onChange?.(changed);
  return { reachable: true, unchanged: found.unchanged, taken, failed, gone: found.gone.size };
}

async function deviceOf(folder: string): Promise<string | null> {
  const stats = await stat(folder, { bigint: true }).catch(() => null);
  return stats?.isDirectory() ? String(stats.dev) : null;
}

/** An empty mount point looks like an emptied folder, but lies on another device. */
function isUnplugged(
  { unchanged, failed, gone }: Survey,
  pending: number,
  before: string | null,
  now: string,
): boolean {
  return gone.size > 0 && unchanged + failed + pending === 0 && before !== null && before !== now;
}

function giveUp({ catalogue, folderId, onChange }: IndexFolderOptions): IndexSummary {
  if (catalogue.folders.setReachable(folderId, false)) onChange?.([]);
  return UNREACHABLE;
}

async function takeIn(
  options: IndexFolderOptions,
  found: Survey,
): Promise<{ taken: number; failed: number }> {
  const { catalogue, folderId, job, onChange } = options;
  let done = found.unchanged + found.failed;
  let { failed } = found;
  const total = done + catalogue.pending.count(folderId);
  job.report({ done, total, failed });
  job.restartRate();
  const reader = new TakeIn(options);
  const writer = new BatchWriter({
    ...options,
    gone: found.gone,
    onSaved: (outcomes, changed) => {
      for (const outcome of outcomes) {
        done += outcome.files.length;
        if (outcome.kind === 'failed') failed += outcome.files.length;
        if (outcome.kind === 'work') reader.release(outcome);
      }
      job.report({ done, failed });
      if (changed.length > 0) onChange?.(changed);
    },
  });
  const readers = options.readers ?? Math.max(2, Math.min(3, availableParallelism()));
  await new Intake({ catalogue, folderId, job, reader, writer, readers }).run();
  return { taken: done - failed - found.unchanged, failed };
}
