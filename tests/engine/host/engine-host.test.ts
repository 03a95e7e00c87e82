import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../src-main/shell/engine/circuit-breaker';
import {
  EngineHost,
  type EngineHostOptions,
  type EngineState,
} from '../../../src-main/shell/engine/engine-host';
import { forkSpawner } from '../../../src-main/shell/engine/fork-spawner';

const options = {
  nodePath: process.execPath,
  entry: resolve('tests/fixtures/obedient-engine.cjs'),
  arguments: { dataFolder: '', modelsFolder: '', mapWorker: '', insightWorker: '', version: '0' },
};
const spawn = forkSpawner(options);

const hosts: EngineHost[] = [];

function start(options: Partial<EngineHostOptions> = {}): {
  host: EngineHost;
  states: EngineState[];
} {
  const states: EngineState[] = [];
  const host = new EngineHost({
    spawn,
    onEvent: () => undefined,
    onState: (state) => states.push(state),
    ...options,
  });
  hosts.push(host);
  return { host, states };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resume) => setTimeout(resume, 10));
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

describe('the engine host', () => {
  it('starts no process before the first request', async () => {
    const { host, states } = start();
    expect(host.pid).toBeUndefined();
    expect(await host.request('gallery.facets', undefined)).toEqual({ total: 7 });
    expect(host.pid).toBeGreaterThan(0);
    await until(() => states.includes('ready'));
    expect(states[0]).toBe('starting');
  });

  it('passes typed arrays through as they are', async () => {
    const { host } = start();
    const { ids, aspects } = await host.request('gallery.query', {});
    expect(ids).toEqual(Uint32Array.of(1, 2));
    expect(aspects).toBeInstanceOf(Float32Array);
  });

  it('gives an error back with its code and detail', async () => {
    const { host } = start();
    await expect(host.request('folders.list', undefined)).rejects.toMatchObject({
      code: 'folder/not-found',
      detail: { path: '/x' },
    });
  });

  it('rejects what was under way when the process dies, and starts another', async () => {
    const { host, states } = start();
    const underWay = host.request('portfolio.get', undefined);
    const first = host.pid;
    const crash = host.request('jobs.list', undefined);
    await expect(underWay).rejects.toMatchObject({ code: 'engine/crashed' });
    await expect(crash).rejects.toMatchObject({ code: 'engine/crashed' });
    expect(await host.request('gallery.facets', undefined)).toEqual({ total: 7 });
    expect(host.pid).not.toBe(first);
    expect(states).toContain('restarting');
  });

  it('survives kill -9', async () => {
    const { host } = start();
    const underWay = host.request('portfolio.get', undefined);
    process.kill(host.pid ?? 0, 'SIGKILL');
    await expect(underWay).rejects.toMatchObject({
      code: 'engine/crashed',
      detail: { reason: 'SIGKILL' },
    });
    expect(await host.request('gallery.facets', undefined)).toEqual({ total: 7 });
  });

  it('survives several requests to a process that died a moment ago', async () => {
    const { host } = start();
    await host.request('gallery.facets', undefined);
    const uncaught: unknown[] = [];
    const note = (error: unknown): unknown => uncaught.push(error);
    process.on('uncaughtException', note);
    process.kill(host.pid ?? 0, 'SIGKILL');
    // Keeps this process from hearing of the exit before it sends, as a busy moment does.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    const asked = [1, 2, 3].map(() => host.request('gallery.facets', undefined));
    const answers = await Promise.allSettled(asked);
    process.off('uncaughtException', note);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(uncaught).toEqual([]);
    expect(await host.request('gallery.facets', undefined)).toEqual({ total: 7 });
  });

  it('says so when there is no such program', async () => {
    const missing = forkSpawner({ ...options, nodePath: '/nowhere/node' });
    const { host } = start({ spawn: missing, breaker: new CircuitBreaker(1, 60_000, 60_000) });
    await expect(host.request('gallery.facets', undefined)).rejects.toMatchObject({
      code: 'engine/crashed',
    });
  });

  it('replaces a process that hangs', async () => {
    const { host } = start({ heartbeatMs: 30, patienceMs: 150 });
    await host.request('gallery.facets', undefined);
    const hung = host.pid;
    await expect(host.request('boards.list', undefined)).rejects.toMatchObject({
      code: 'engine/hung',
    });
    expect(await host.request('gallery.facets', undefined)).toEqual({ total: 7 });
    expect(host.pid).not.toBe(hung);
  });

  it('stops a crash loop and says when to try again', async () => {
    const { host, states } = start({ breaker: new CircuitBreaker(3, 60_000, 60_000) });
    for (let crash = 0; crash < 3; crash++) {
      await expect(host.request('jobs.list', undefined)).rejects.toMatchObject({
        code: 'engine/crashed',
      });
    }
    await expect(host.request('gallery.facets', undefined)).rejects.toMatchObject({
      code: 'engine/unavailable',
      detail: { retrySeconds: 60 },
    });
    expect(states.at(-1)).toBe('unavailable');
  });

  it('shuts down in good order, and kills what will not go', async () => {
    const { host } = start({ shutdownMs: 100 });
    await host.request('gallery.facets', undefined);
    const pid = host.pid ?? 0;
    void host.request('boards.list', undefined).catch(() => undefined);
    await host.stop();
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });
});
