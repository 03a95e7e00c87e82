import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EngineError, type JobProgress } from '../../../src-main/contract';
import { JobQueue, type JobRunner } from '../../../src-main/engine/jobs/job-queue';
import { openCatalogue } from '../../../src-main/engine/storage/catalogue';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function openStore() {
  return openCatalogue(path.join(mkdtempSync(path.join(tmpdir(), 'oeuvre-jobs-')), 'catalogue.db'));
}

/** Counts to `payload.to`, going on from `counted`, a step each millisecond. */
function counter(counted: { n: number }): JobRunner {
  return async (payload, job) => {
    const { to } = payload as { to: number };
    job.report({ total: to, done: counted.n });
    while (counted.n < to) {
      await job.checkpoint();
      await sleep(1);
      counted.n += 1;
      job.report({ done: counted.n, current: `step ${counted.n}` });
    }
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

describe('JobQueue', () => {
  it('runs jobs of one kind one after the other and tells how far they are', async () => {
    const events: JobProgress[] = [];
    const order: string[] = [];
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: {
        index: async (payload) => {
          order.push(`begin ${String(payload)}`);
          await sleep(5);
          order.push(`end ${String(payload)}`);
        },
      },
      onProgress: (progress) => events.push(progress),
    });
    queue.enqueue('index', '/a', 'a');
    queue.enqueue('index', '/b', 'b');
    await queue.idle();
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect(events.filter(({ subject }) => subject === '/b').map(({ state }) => state)).toEqual([
      'queued',
      'running',
      'done',
    ]);
  });

  it('does not ask twice for what is still unfinished', async () => {
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: { index: () => sleep(5) },
      onProgress: () => undefined,
    });
    const first = queue.enqueue('index', '/a', null);
    expect(queue.enqueue('index', '/a', null)).toBe(first);
    await queue.idle();
    expect(queue.enqueue('index', '/a', null)).not.toBe(first);
    // What ended earlier about the same subject has given way.
    expect(queue.list()).toHaveLength(1);
    await queue.close();
  });

  it('pauses, lets the next one have its turn meanwhile, and goes on where it was', async () => {
    const counted = { n: 0 };
    let otherDone = false;
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: {
        index: async (payload, job) => {
          if (payload === 'other') otherDone = true;
          else await counter(counted)(payload, job);
        },
      },
      onProgress: () => undefined,
    });
    const id = queue.enqueue('index', '/long', { to: 60 });
    await until(() => counted.n > 5);
    queue.pause(id);
    queue.enqueue('index', '/short', 'other');
    await queue.idle();
    expect(otherDone).toBe(true);
    // The step it was in when it was paused is finished; no other is begun.
    await sleep(20);
    const held = counted.n;
    await sleep(30);
    expect(counted.n).toBe(held);
    expect(queue.list().find((job) => job.id === id)?.state).toBe('paused');

    queue.resume(id);
    await queue.idle();
    expect(counted.n).toBe(60);
    expect(queue.list().find((job) => job.id === id)).toMatchObject({
      state: 'done',
      done: 60,
      total: 60,
    });
  });

  it('cancels what runs, what waits and what is paused', async () => {
    const counted = { n: 0 };
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: { index: counter(counted) },
      onProgress: () => undefined,
    });
    const running = queue.enqueue('index', '/running', { to: 10_000 });
    const waiting = queue.enqueue('index', '/waiting', { to: 10_000 });
    await until(() => counted.n > 2);
    queue.cancel(waiting);
    queue.pause(running);
    queue.cancel(running);
    await queue.cancelSubject('index', '/running');
    expect(queue.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(() => queue.cancel('nothing')).toThrowError(
      expect.objectContaining({ code: 'job/not-found' }),
    );
  });

  it('goes on after a restart with what was running, waiting or paused', async () => {
    const { jobs } = openStore();
    const counted = { n: 0 };
    const options = {
      store: jobs,
      runners: { index: counter(counted) },
      onProgress: () => undefined,
    };
    const before = new JobQueue(options);
    before.enqueue('index', '/running', { to: 50 });
    const paused = before.enqueue('index', '/paused', { to: 70 });
    before.pause(paused);
    await until(() => counted.n > 5);
    await before.close();
    expect(jobs.list().map(({ state }) => state)).toEqual(['running', 'paused']);

    const after = new JobQueue(options);
    after.start();
    await after.idle();
    expect(counted.n).toBe(50);
    after.resume(paused);
    await after.idle();
    expect(counted.n).toBe(70);

    const later = new JobQueue(options);
    later.start();
    expect(later.list()).toEqual([]);
  });

  it('survives a runner that throws', async () => {
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: {
        index: (payload) =>
          payload === 'bad'
            ? Promise.reject(new EngineError('catalogue/disk-full', 'no room'))
            : Promise.resolve(),
      },
      onProgress: () => undefined,
    });
    queue.enqueue('index', '/bad', 'bad');
    queue.enqueue('index', '/good', 'good');
    await queue.idle();
    expect(queue.list()).toMatchObject([
      { state: 'failed', error: { code: 'catalogue/disk-full', message: 'no room' } },
      { state: 'done' },
    ]);
  });

  it('sends few events however often a runner reports, and never loses the last state', async () => {
    const events: JobProgress[] = [];
    const queue = new JobQueue({
      store: openStore().jobs,
      runners: {
        index: async (_, job) => {
          for (let done = 1; done <= 10_000; done++) job.report({ done, total: 10_000 });
          await Promise.resolve();
        },
      },
      onProgress: (progress) => events.push(progress),
    });
    queue.enqueue('index', '/a', null);
    await queue.idle();
    expect(events.length).toBeLessThan(20);
    expect(events.at(-1)).toMatchObject({ state: 'done', done: 10_000 });
  });

  it('tells why a job failed also when the store can keep nothing any more', async () => {
    const events: JobProgress[] = [];
    const { jobs } = openStore();
    const full = new EngineError('catalogue/disk-full', 'The disk is full');
    let isFull = false;
    const queue = new JobQueue({
      store: {
        list: () => jobs.list(),
        remove: (id) => jobs.remove(id),
        save: (record) => {
          if (isFull) throw full;
          jobs.save(record);
        },
      },
      runners: {
        index: async () => {
          isFull = true;
          throw full;
        },
      },
      onProgress: (progress) => events.push(progress),
    });
    queue.enqueue('index', '/a', null);
    await queue.idle();
    expect(events.at(-1)).toMatchObject({ state: 'failed', error: { code: full.code } });
    // It began and never ended as far as the store knows: it goes on after a restart.
    expect(jobs.list()).toMatchObject([{ state: 'running' }]);
  });
});
