import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUIET_RUNTIME } from '../../src-main/contract';
import { plainWorks } from '../engine/kill/plain-works';
import { startRealEngine } from '../engine/kill/real-engine';
import { runTrapped } from './trapped-node';

/** A user's own folders, in which the telemetry of onnxruntime would leave an identifier, a log and what it is about to send. */
let user: string;
let own: { HOME: string; TMPDIR: string; XDG_CACHE_HOME: string };

beforeEach(async () => {
  user = await mkdtemp(join(tmpdir(), 'oeuvre-quiet-'));
  own = { HOME: user, TMPDIR: join(user, 'tmp'), XDG_CACHE_HOME: join(user, 'cache') };
  await mkdir(own.TMPDIR);
  await mkdir(own.XDG_CACHE_HOME);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(user, { recursive: true, force: true });
});

const leftBehind = async (): Promise<string[]> =>
  (await readdir(user, { recursive: true })).filter((path) =>
    /Microsoft|onnxruntime|mat-debug|deviceid|\.ses$/i.test(path),
  );

// With CI in the environment the runtime would be silent by itself.
describe.skipIf(process.platform === 'win32')('the runtime of the models', () => {
  it('is told to be quiet by the name that it looks for', async () => {
    const bin = resolve(
      'node_modules/onnxruntime-node/bin/napi-v6',
      process.platform,
      process.arch,
    );
    const [library] = (await readdir(bin)).filter((name) => name.startsWith('libonnxruntime.'));
    const text = (await readFile(join(bin, library ?? ''))).toString('latin1');
    expect(text.includes('OneCollector')).toBe(text.includes(Object.keys(QUIET_RUNTIME)[0] ?? ''));
  });

  it('leaves no identifier and nothing to send when the command line reads pictures', async () => {
    const works = await plainWorks(user, 2);
    const out = join(user, 'out.json');
    const { code, error } = await runTrapped(
      [resolve('out/main/cli.cjs'), 'analyze', works, '--json', out],
      { PATH: process.env.PATH, ...own },
    );
    expect(code, error).toBe(0);
    const { works: read } = JSON.parse(await readFile(out, 'utf8')) as { works: unknown[] };
    expect(read).toHaveLength(2);
    expect(await leftBehind()).toEqual([]);
  });

  it('leaves none either when the application’s engine reads and compares them', async () => {
    for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
    const engine = await startRealEngine();
    try {
      await engine.index(await plainWorks(engine.root, 8));
      await engine.host.request('suggestions.list', {});
    } finally {
      await engine.close();
    }
    expect(await leftBehind()).toEqual([]);
  });
});
