import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTrapped } from './trapped-node';

const ATTEMPTS: [what: string, code: string][] = [
  ['fetch', `fetch('https://nowhere.invalid').catch(() => 0)`],
  ['http', `require('node:http').get('http://127.0.0.1:1').on('error', () => 0)`],
  ['https', `require('node:https').get('https://127.0.0.1:1').on('error', () => 0)`],
  ['http2', `require('node:http2').connect('http://127.0.0.1:1').on('error', () => 0)`],
  ['tls', `require('node:tls').connect({ port: 1 }).on('error', () => 0)`],
  ['net, imported', `import('node:net').then(({ connect }) => connect(1).on('error', () => 0))`],
  ['a server', `require('node:net').createServer().listen(0).unref()`],
  ['dns', `require('node:dns').promises.resolve4('nowhere.invalid').catch(() => 0)`],
  ['dgram', `require('node:dgram').createSocket('udp4').unref()`],
  [
    'a thread',
    `new (require('node:worker_threads').Worker)("require('node:net').connect(1).on('error', () => 0)", { eval: true })`,
  ],
];

describe('the trap', () => {
  it.each(ATTEMPTS)('notices %s', async (_what, code) => {
    expect((await runTrapped(['--eval', code])).reaches).not.toEqual([]);
  });

  it('stays silent where nothing reaches out', async () => {
    expect((await runTrapped(['--eval', `require('node:fs').readdirSync('.')`])).reaches).toEqual(
      [],
    );
  });
});

describe('the engine', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-offline-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reads, measures, compares and reports the samples without reaching for the network', async () => {
    const [json, html] = [join(folder, 'out.json'), join(folder, 'report.html')];
    const { code, reaches, error } = await runTrapped([
      resolve('out/main/cli.cjs'),
      ...['analyze', resolve('resources/samples'), '--json', json, '--html', html],
    ]);
    expect({ code, reaches }, error).toEqual({ code: 0, reaches: [] });
    const { works } = JSON.parse(await readFile(json, 'utf8')) as { works: unknown[] };
    expect(works.length).toBeGreaterThan(60);
    expect((await stat(html)).size).toBeGreaterThan(10_000);
  });
});
