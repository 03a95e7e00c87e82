import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedLibrary } from '../../../src-main/engine/catalogue/embed-library';
import { readModelInput } from '../../../src-main/engine/imaging/read-model-input';
import type { JobContext } from '../../../src-main/engine/jobs/job-context';
import { meanColourEncoder } from './encoder';
import { openStudio, quietJob, type Studio } from './support';

const WORKS = 10;
let studio: Studio;

beforeEach(async () => {
  studio = await openStudio();
  await studio.put(
    Object.fromEntries(Array.from({ length: WORKS }, (_, seed) => [`${seed}.png`, seed])),
  );
  await studio.index();
});

afterEach(() => studio.close());

const embed = (encoder: ReturnType<typeof meanColourEncoder>, job: JobContext): Promise<void> =>
  embedLibrary({ catalogue: studio.catalogue, encoder, readInput: readModelInput, job });

describe('another model’s look at the library', () => {
  it('goes on where it was stopped, and makes the vectors that taking in would have made', async () => {
    const other = meanColourEncoder('another@1');
    let checkpoints = 0;
    const stopped = {
      ...quietJob(),
      checkpoint: () =>
        ++checkpoints > 3 ? Promise.reject(new Error('stopped')) : Promise.resolve(),
    };
    await expect(embed(other, stopped)).rejects.toThrow('stopped');
    expect(other.images).toBeGreaterThan(0);
    expect(other.images).toBeLessThan(WORKS);

    const job = quietJob();
    await embed(other, job);
    expect(other.images).toBe(WORKS);
    expect(job.last).toMatchObject({ total: WORKS, failed: 0 });
    const { hash } = studio.catalogue.artworks.get(1);
    const { vectors } = studio.catalogue;
    expect(vectors.find(hash, 'another@1', 'style')).toEqual(
      vectors.find(hash, studio.encoder.modelId, 'style'),
    );
    expect(studio.catalogue.meta.activeModel).toBe(studio.encoder.modelId);
  });

  it('leaves a work out whose file is gone, and counts it', async () => {
    await unlink(path.join(studio.works, '3.png'));
    const other = meanColourEncoder('another@1');
    const job = quietJob();
    await embed(other, job);
    expect(other.images).toBe(WORKS - 1);
    expect(job.last.failed).toBe(1);
  });
});
