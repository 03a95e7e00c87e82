import { z } from 'zod';
import { folderIdSchema } from '../../contract';
import { indexFolder } from '../catalogue/index-folder';
import { readWork } from '../imaging/read-work';
import type { JobContext } from '../jobs/job-context';
import type { EngineContext } from './engine-context';

/** As stored with the job, so that it can go on after a restart. */
const payloadSchema = z.object({ folderId: folderIdSchema, retryFailed: z.boolean() });
export type IndexPayload = z.infer<typeof payloadSchema>;

/** Runs one index job: the catalogue walks and writes, imaging reads, inference embeds. */
export async function runIndex(
  context: EngineContext,
  payload: unknown,
  job: JobContext,
): Promise<void> {
  const { catalogue, thumbnails, encoder, emit, dataFolder } = context;
  const { folderId, retryFailed } = payloadSchema.parse(payload);
  for (;;) {
    // Without a usable model works are taken in all the same; Settings says what is wrong with the model.
    const active = await encoder.encoder().catch(() => null);
    await indexFolder({
      catalogue,
      folderId,
      retryFailed,
      thumbnails,
      own: [dataFolder],
      job,
      readWork,
      encoder: active,
      onChange: (ids) =>
        emit('catalogue.changed', { ids: [...ids], total: catalogue.artworks.countVisible() }),
    });
    // Another model may have taken over meanwhile, and lack what was taken in last.
    if (active === null || active.modelId === catalogue.meta.activeModel) return;
  }
}
