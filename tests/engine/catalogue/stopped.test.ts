import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFolder } from '../../../src-main/engine/catalogue/add-folder';
import { indexFolder } from '../../../src-main/engine/catalogue/index-folder';
import { JobQueue } from '../../../src-main/engine/jobs/job-queue';
import { EngineError, type JobProgress } from '../../../src-main/contract';
import { openStudio, quietJob, type Studio } from './support';

let studio: Studio;
let folderId: number;
let events: JobProgress[];
let queue: JobQueue;
/** Called whenever a file is decoded. */
let onDecode: () => void;

function openQueue(): JobQueue {
  return new JobQueue({
    store: studio.catalogue.jobs,
    runners: {
      index: async (payload, job) => {
        const { folderId: id } = payload as { folderId: number };
        const readWork: Studio['readWork'] = (...read) => {
          onDecode();
          return studio.readWork(...read);
        };
        await indexFolder({ ...studio, folderId: id, readWork, job });
      },
    },
    onProgress: (progress) => events.push(progress),
  });
}

const request = (to: JobQueue): string => to.enqueue('index', studio.works, { folderId });

beforeEach(async () => {
  studio = await openStudio();
  events = [];
  onDecode = () => undefined;
  queue = openQueue();
  await studio.put(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.png`, i])));
  folderId = (await addFolder(studio.catalogue, studio.works)).id;
});
afterEach(async () => {
  await queue.close();
  await studio.close();
});

describe('an index job', () => {
  it('tells how far it is', async () => {
    request(queue);
    await queue.idle();
    expect(events.at(-1)).toMatchObject({
      kind: 'index',
      subject: studio.works,
      state: 'done',
      done: 40,
      total: 40,
    });
    const dones = events.map(({ done }) => done);
    expect(dones).toEqual([...dones].sort((a, b) => a - b));
    expect(events.some(({ current }) => current.endsWith('.png'))).toBe(true);
  });

  it('puts away what it has read when it is paused, and goes on without doing it again', async () => {
    let id = '';
    onDecode = () => {
      if (studio.decoded.length === 20) queue.pause(id);
    };
    id = request(queue);
    await queue.idle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const read = studio.decoded.length;
    expect(read).toBeLessThan(40);
    expect(studio.names().size).toBe(read);

    queue.resume(id);
    await queue.idle();
    expect(studio.decoded).toHaveLength(40);
    expect(studio.names().size).toBe(40);
  });

  it('keeps what it has read when it is cancelled, and lays no blame on the rest', async () => {
    let id = '';
    onDecode = () => {
      if (studio.decoded.length === 20) queue.cancel(id);
    };
    id = request(queue);
    await queue.idle();
    const read = studio.decoded.length;
    expect(studio.names().size).toBe(read);
    expect(studio.catalogue.pending.suspects(folderId)).toEqual([]);
    request(queue);
    await queue.idle();
    expect(studio.decoded).toHaveLength(40);
  });

  it('goes on after the queue was closed and opened again', async () => {
    let closing: Promise<void> | undefined;
    onDecode = () => {
      if (studio.decoded.length === 20) closing = queue.close();
    };
    request(queue);
    await queue.idle();
    await closing;
    queue = openQueue();
    queue.start();
    await queue.idle();
    expect(studio.decoded).toHaveLength(40);
    expect(studio.names().size).toBe(40);
  });

  it('fails with the code of what stopped it, keeping what was saved', async () => {
    const failing = new JobQueue({
      store: studio.catalogue.jobs,
      runners: {
        index: async (_, job) => {
          const embed = () => Promise.reject(new EngineError('model/run-failed', 'no answer'));
          const encoder = { ...studio.encoder, embed };
          await indexFolder({ ...studio, folderId, encoder, job });
        },
      },
      onProgress: () => undefined,
    });
    request(failing);
    await failing.idle();
    expect(failing.list()).toMatchObject([
      { state: 'failed', error: { code: 'model/run-failed' } },
    ]);
    request(queue);
    await queue.idle();
    expect(studio.names().size).toBe(40);
  });
});

describe('another model', () => {
  it('has the library measured again, and the old vectors stay for a return', async () => {
    await studio.index();
    const { hash } = studio.catalogue.artworks.get(1);
    studio.encoder.images = 0;
    const other = { ...studio.encoder, modelId: 'another@1' };
    const index = (encoder: typeof other) => {
      studio.catalogue.meta.setActiveModel(encoder.modelId);
      return indexFolder({ ...studio, folderId, encoder, job: quietJob() });
    };
    await index(other);
    expect(studio.decoded).toHaveLength(80);
    expect(studio.catalogue.vectors.has(hash, 'another@1')).toBe(true);
    await index(studio.encoder);
    expect(studio.decoded).toHaveLength(80);
  });

  it('that took over while the old one was running gets none of its vectors', async () => {
    onDecode = () => studio.catalogue.meta.setActiveModel('another@1');
    request(queue);
    await queue.idle();
    expect(studio.names().size).toBe(40);
    expect(
      studio.catalogue.database.get<{ n: number }>('SELECT count(*) AS n FROM vectors')?.n,
    ).toBe(0);
  });
});
