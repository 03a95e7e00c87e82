import { z } from 'zod';
import { folderIdSchema } from '../../contract';
import { indexFolder } from '../catalogue/index-folder';
import { readWork } from '../imaging/read-work';
import type { JobRunner } from '../jobs/job-queue';
import type { EngineContext } from './engine-context';

/** As stored with the job, so that it can go on after a restart. */
const payloadSchema = z.object({ folderId: folderIdSchema, retryFailed: z.boolean() });
export type IndexPayload = z.infer<typeof payloadSchema>;

/** Runs one index job: the catalogue walks and writes, imaging reads, inference embeds. */
export function indexRunner(context: () => EngineContext): JobRunner {
  return async (payload, job) => {
    const { catalogue, thumbnails, encoder, emit } = context();
    const { folderId, retryFailed } = payloadSchema.parse(payload);
    await indexFolder({
      catalogue,
      folderId,
      retryFailed,
      thumbnails,
      job,
      readWork,
      encoder: await encoder.encoder().catch(() => null),
      onChange: (ids) =>
        emit('catalogue.changed', { ids: [...ids], total: catalogue.artworks.countVisible() }),
    });
  };
}
