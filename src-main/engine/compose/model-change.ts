import { EngineError, type JobProgress } from '../../contract';
import { z } from 'zod';
import { embedLibrary } from '../catalogue/embed-library';
import { readModelInput } from '../imaging/read-model-input';
import type { JobContext } from '../jobs/job-context';
import type { EngineContext } from './engine-context';

/** As stored with the job, so that it can go on after a restart. */
const payloadSchema = z.object({ key: z.string() });

/**
 * Has a model look at the whole library and then puts it into use. Until that moment everything is answered from the
 * vectors of the model before.
 */
export async function runModelChange(
  context: EngineContext,
  payload: unknown,
  job: JobContext,
): Promise<void> {
  const { key } = payloadSchema.parse(payload);
  const { catalogue, encoder, shelf } = context;
  const model = (await shelf.usable()).find((it) => it.key === key);
  if (!model) throw new EngineError('model/not-found', `There is no usable model ${key}`);
  const next = await encoder.encoderOf(model).catch((error: unknown) => {
    shelf.fail(key, error);
    throw error;
  });
  await embedLibrary({ catalogue, encoder: next, readInput: readModelInput, job });
  putIntoUse(context, key);
}

/** From now on the vectors of this model count; works that it has not seen are taken in again. */
export function putIntoUse(context: EngineContext, key: string): void {
  const { catalogue, encoder, jobs, styles, emit } = context;
  catalogue.database.transaction(() => {
    catalogue.meta.setActiveModel(key);
    catalogue.meta.touch();
  });
  void encoder.release([key]);
  for (const { id, path } of catalogue.folders.list())
    jobs.enqueue('index', path, { folderId: id, retryFailed: false });
  emit('models.changed', {});
  emit('catalogue.changed', { ids: [], total: catalogue.artworks.countVisible() });
  // The labels mean something else in the new space. Whoever asks before that is done waits for it.
  styles.relearn([]).catch(() => undefined);
}

/** Begins a change to a model, unless it is under way. */
export function beginChange({ jobs }: EngineContext, key: string): void {
  jobs.enqueue('embed', key, { key });
}

/** A change that was cancelled or failed leaves everything as it was, and one that was asked for is not tried again by itself. */
export function afterChange(
  { catalogue, choice, emit }: EngineContext,
  { kind, state, subject }: JobProgress,
): void {
  if (kind !== 'embed' || !['cancelled', 'failed', 'done'].includes(state)) return;
  if (state !== 'done') {
    catalogue.meta.setNextModel(null);
    if (state === 'cancelled' || choice.data.chosen === subject)
      void choice.update(() => ({ chosen: catalogue.meta.activeModel })).catch(() => undefined);
  }
  emit('models.changed', {});
}
