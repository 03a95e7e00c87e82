import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtworkId, EventName, ModelSummary } from '../../../src-main/contract';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';
import { packArchive, type ArchiveEntry } from '../inference/support/pack-archive';
import { tinyManifest, tinyOnnx, writeTinyModel } from '../inference/support/tiny-model';

const WORKS = 12;

let root: string;
let engine: Engine;
let heard: Array<{ name: EventName; payload: unknown }>;

async function start(): Promise<void> {
  engine = await composeEngine({
    dataFolder: join(root, 'data'),
    modelsFolder: join(root, 'models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    downloadWorker: resolve('out/main/download-worker.cjs'),
    version: '0.0.0',
  });
  heard = [];
  engine.onEvent((name, payload) => heard.push({ name, payload }));
}

async function restart(): Promise<void> {
  await engine.close();
  await start();
}

const heads = (warm: string): object => ({
  heads: [
    {
      id: 'movement',
      output: 'movement',
      temperature: 1,
      threshold: 0.8,
      labels: [warm, 'cool'],
    },
  ],
});

/** A model folder as a user would have it; its head calls warm pictures by the given word. */
const pack = (id: string, warm: string, changes: object = {}): Promise<string> =>
  writeTinyModel(join(root, 'packs', id), { id, name: `Model ${id}`, ...heads(warm), ...changes });

function archiveOf(id: string, warm: string, base = ''): ArchiveEntry[] {
  const model = tinyOnnx();
  const manifest = Buffer.from(JSON.stringify(tinyManifest(model, { id, ...heads(warm) })));
  return [
    { name: `${base}manifest.json`, data: manifest },
    { name: `${base}model.onnx`, data: model },
  ];
}

async function archive(entries: readonly ArchiveEntry[]): Promise<string> {
  const path = join(root, 'some.oeuvre-pack');
  await writeFile(path, packArchive(entries));
  return path;
}

async function ids(): Promise<ArtworkId[]> {
  return [...(await engine.request('gallery.query', {})).ids];
}

/** What the model in use calls every work. */
async function answers(): Promise<Set<string | null | undefined>> {
  const all = new Set<string | null | undefined>();
  for (const id of await ids())
    all.add((await engine.request('style.of', { id })).heads['movement']?.decision);
  return all;
}

const models = (): Promise<ModelSummary[]> => engine.request('models.list', undefined);
const add = (path: string): Promise<ModelSummary> => engine.request('models.add', { path });
const installed = (): Promise<string[]> => readdir(join(root, 'data', 'models')).catch(() => []);
const inUse = async (): Promise<string | undefined> =>
  (await models()).find(({ active }) => active)?.id;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'oeuvre-packs-'));
  const pictures = join(root, 'pictures');
  await mkdir(pictures);
  for (let i = 0; i < WORKS; i++) {
    const background = { r: 200 + i, g: 90, b: 20 };
    const create = { width: 64, height: 64, channels: 3, background } as const;
    await sharp({ create })
      .png()
      .toFile(join(pictures, `${i}.png`));
  }
  await writeTinyModel(join(root, 'models', 'first'), { id: 'first', ...heads('warm') });
  await start();
  await engine.request('folders.add', { path: pictures });
  await engine.idle();
});

afterEach(async () => {
  await engine.close();
  await rm(root, { recursive: true, force: true });
});

describe('a model pack', () => {
  it('is installed without being used, used, left again without an original, and removed', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    expect(await inUse()).toBe('first');
    expect(await answers()).toEqual(new Set(['warm']));

    await engine.request('models.use', { key });
    await engine.idle();
    expect(await inUse()).toBe('second');
    expect(await answers()).toEqual(new Set(['fiery']));
    await restart();
    await engine.idle();
    expect(await inUse()).toBe('second');

    const first = (await models()).find(({ id }) => id === 'first');
    const decoded = (): number =>
      heard.filter(({ name, payload }) => {
        const { kind, current } = payload as { kind?: string; current?: string };
        return name === 'job.progress' && kind === 'embed' && current !== '';
      }).length;
    await engine.request('models.use', { key: first?.key ?? '' });
    await engine.idle();
    expect(await inUse()).toBe('first');
    expect(await answers()).toEqual(new Set(['warm']));
    expect(decoded(), 'works read for the way back').toBe(0);

    await engine.request('models.remove', { key });
    expect((await models()).map(({ id }) => id)).toEqual(['first']);
    expect(await installed()).toEqual([]);
  });

  it('answers from the old vectors until the last work is measured, also after a restart', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    const paused = new Promise<void>((done) => {
      engine.onEvent((name, payload) => {
        const { kind, state, id } = payload as Record<string, unknown>;
        if (name !== 'job.progress' || kind !== 'embed' || state !== 'running') return;
        void engine.request('jobs.pause', { jobId: String(id) }).then(done);
      });
    });
    await engine.request('models.use', { key });
    await paused;
    expect(await answers()).toEqual(new Set(['warm']));
    expect(await models()).toMatchObject([
      { id: 'first', active: true, next: false },
      { id: 'second', active: false, next: true },
    ]);

    await restart();
    expect(await answers()).toEqual(new Set(['warm']));
    const job = (await engine.request('jobs.list', undefined)).find(({ kind }) => kind === 'embed');
    expect(job?.state).toBe('paused');
    await engine.request('jobs.resume', { jobId: job?.id ?? '' });
    await engine.idle();
    expect(await answers()).toEqual(new Set(['fiery']));
  });

  it('that is cancelled on its way leaves everything as it was', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    await engine.request('models.use', { key });
    const [job] = (await engine.request('jobs.list', undefined)).filter(
      ({ kind }) => kind === 'embed',
    );
    await engine.request('jobs.cancel', { jobId: job?.id ?? '' });
    await restart();
    await engine.idle();
    expect(await inUse()).toBe('first');
    expect(await answers()).toEqual(new Set(['warm']));
  });

  it('measures what came in while it was being prepared', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    const late = join(root, 'late');
    await mkdir(late);
    const create = { width: 64, height: 64, channels: 3, background: '#d02010' } as const;
    await sharp({ create }).png().toFile(join(late, 'late.png'));
    await engine.request('models.use', { key });
    await engine.request('folders.add', { path: late });
    await engine.idle();
    expect(await ids()).toHaveLength(WORKS + 1);
    expect(await answers()).toEqual(new Set(['fiery']));
  });

  it('gives way to the shipped model when it is removed while in use', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    await engine.request('models.use', { key });
    await engine.idle();
    await engine.request('models.remove', { key });
    await engine.idle();
    expect(await inUse()).toBe('first');
    expect(await answers()).toEqual(new Set(['warm']));
  });

  it('that no longer runs at the next start gives way, and says so', async () => {
    const { key } = await add(await pack('second', 'fiery'));
    await engine.request('models.use', { key });
    await engine.idle();
    await engine.close();
    const file = join(root, 'data', 'models', key, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as { input: object };
    const input = { ...manifest.input, std: [1e-38, 1e-38, 1e-38] };
    await writeFile(file, JSON.stringify({ ...manifest, input }));
    await start();
    await engine.idle();
    expect(heard).toContainEqual({
      name: 'models.fell',
      payload: {
        name: 'Model second',
        instead: 'Tiny model',
        error: expect.objectContaining({ code: 'model/run-failed' }) as unknown,
      },
    });
    expect(await inUse()).toBe('first');
    expect(await answers()).toEqual(new Set(['warm']));
    expect((await models()).find((model) => model.key === key)?.error?.code).toBe(
      'model/run-failed',
    );
  });

  it('can’t be added twice, and what shipped can’t be removed', async () => {
    const folder = await pack('second', 'fiery');
    await add(folder);
    await expect(add(folder)).rejects.toMatchObject({ code: 'model/already-added' });
    const first = (await models()).find(({ origin }) => origin === 'shipped');
    await expect(engine.request('models.remove', { key: first?.key ?? '' })).rejects.toMatchObject({
      code: 'model/is-shipped',
    });
  });

  it('that was half installed when the engine died is gone at the next start', async () => {
    await engine.close();
    await writeTinyModel(join(root, 'data', 'models', '.incoming-1'), { id: 'half' });
    await start();
    expect((await models()).map(({ id }) => id)).toEqual(['first']);
    expect(await installed()).toEqual([]);
  });
});

describe('a bad pack is refused, and nothing of it is left', () => {
  const refused = async (path: string, code: string): Promise<void> => {
    await expect(add(path)).rejects.toMatchObject({ code });
    expect(await installed()).toEqual([]);
    expect(await inUse()).toBe('first');
  };

  it('when it is not there, or has no manifest', async () => {
    await refused(join(root, 'nowhere'), 'model/not-found');
    await refused(join(root, 'pictures'), 'model/not-found');
  });

  it('when its file is another than its manifest means', async () => {
    const folder = await pack('second', 'fiery');
    const model = await readFile(join(folder, 'model.onnx'));
    model[model.length - 1] = (model.at(-1) ?? 0) ^ 1;
    await writeFile(join(folder, 'model.onnx'), model);
    await refused(folder, 'model/hash-mismatch');
  });

  it('when it computes what its manifest does not promise', async () => {
    const outputs = [
      { name: 'style', kind: 'style', dim: 4 },
      { name: 'subject', kind: 'subject', dim: 3 },
    ];
    await refused(await pack('second', 'x', { outputs, heads: [] }), 'model/run-failed');
  });

  it('when a link stands for its file', async () => {
    const folder = await pack('second', 'fiery');
    await rm(join(folder, 'model.onnx'));
    await symlink(join(root, 'models', 'first', 'model.onnx'), join(folder, 'model.onnx'));
    await refused(folder, 'model/archive-unsafe');
  });

  const bomb = Buffer.alloc(8_000_000);
  it.each<[what: string, code: string, entries: ArchiveEntry[]]>([
    ['holds no manifest', 'model/archive-invalid', archiveOf('second', 'x').slice(1)],
    ['lacks the model', 'model/archive-invalid', archiveOf('second', 'x').slice(0, 1)],
    [
      'leads outside',
      'model/archive-unsafe',
      [...archiveOf('second', 'x'), { name: '../escaped.txt', data: Buffer.from('out') }],
    ],
    [
      'leads to the root',
      'model/archive-unsafe',
      [...archiveOf('second', 'x'), { name: '/escaped.txt', data: Buffer.from('out') }],
    ],
    [
      'holds a link',
      'model/archive-unsafe',
      [...archiveOf('second', 'x'), { name: 'CARD.md', data: Buffer.from('/'), mode: 0o120777 }],
    ],
    [
      'grows beyond measure',
      'model/archive-unsafe',
      [...archiveOf('second', 'x'), { name: 'CARD.md', data: bomb }],
    ],
    [
      'hides how far it grows',
      'model/archive-invalid',
      [...archiveOf('second', 'x'), { name: 'CARD.md', data: bomb, claimedBytes: 1000 }],
    ],
  ])('when its archive %s', async (_what, code, entries) => {
    await refused(await archive(entries), code);
    expect(await readdir(root)).not.toContain('escaped.txt');
  });

  it('when its archive is none', async () => {
    await refused(join(root, 'pictures', '0.png'), 'model/archive-invalid');
  });
});

describe('an archive', () => {
  it.each(['', 'a-folder/'])('is unpacked from “%s”', async (base) => {
    const { key } = await add(await archive(archiveOf('second', 'fiery', base)));
    expect(await installed()).toEqual([key]);
  });
});

describe('an address', () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;
  let server: Server;
  let asked: string[];
  let connections: number;
  let answer: Answer;
  const body = packArchive(archiveOf('second', 'fiery'));
  const sha256 = createHash('sha256').update(body).digest('hex');
  const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const download = (changes: object = {}): Promise<ModelSummary> =>
    engine.request('models.download', {
      url: `http://${host()}/some.oeuvre-pack`,
      sha256,
      agreedHost: host(),
      ...changes,
    });

  beforeEach(async () => {
    [asked, connections] = [[], 0];
    answer = (_request, response) => response.end(body);
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      answer(request, response);
    });
    server.on('connection', () => (connections += 1));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked once, after a yes to its host, and nothing is told to it', async () => {
    let told: IncomingMessage['headers'] = {};
    answer = ({ headers }, response) => {
      told = headers;
      response.end(body);
    };
    expect(await download()).toMatchObject({ id: 'second', origin: 'installed', active: false });
    expect(asked).toEqual(['GET /some.oeuvre-pack']);
    expect(Object.keys(told).sort()).toEqual(['accept', 'connection', 'host']);
    expect(await installed()).toHaveLength(1);
  });

  it.each([
    ['another host than the one agreed to', { agreedHost: 'example.org' }],
    ['an address without encryption', { url: 'http://example.org/a', agreedHost: 'example.org' }],
    ['a file of this machine', { url: 'file:///etc/hosts', agreedHost: '' }],
    ['a hash that is none', { sha256: 'abc' }],
  ])('is never asked with %s', async (_what, changes) => {
    await expect(download(changes)).rejects.toThrow();
    expect(connections).toBe(0);
  });

  it('is refused when it refers to another host', async () => {
    answer = (_request, response) =>
      response.writeHead(302, { location: 'http://localhost:1/other' }).end();
    await expect(download()).rejects.toMatchObject({ code: 'model/redirected' });
    expect(await installed()).toEqual([]);
  });

  it('is followed to another place on the same host', async () => {
    answer = ({ url }, response) =>
      url === '/moved' ? response.end(body) : response.writeHead(302, { location: '/moved' }).end();
    expect(await download()).toMatchObject({ id: 'second' });
  });

  it.each<[what: string, code: string, answer: Answer]>([
    ['sends another file', 'model/hash-mismatch', (_, response) => response.end('something else')],
    ['has nothing', 'model/download-failed', (_, response) => response.writeHead(404).end()],
    [
      'says it has too much',
      'model/too-large',
      (_, response) => response.writeHead(200, { 'content-length': 3e9 }).write('a'),
    ],
    [
      'breaks off',
      'model/download-failed',
      (_, response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('a', () => response.destroy());
      },
    ],
  ])('that %s is refused', async (_what, code, wrong) => {
    answer = wrong;
    await expect(download()).rejects.toMatchObject({ code });
    expect(await installed()).toEqual([]);
  });

  it('can be left in the middle', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 100), () => void engine.request('models.cancel', undefined));
    };
    await expect(download()).rejects.toMatchObject({ code: 'request/cancelled' });
    expect(await installed()).toEqual([]);
  });

  it('is never asked by anything else', async () => {
    await add(await pack('third', 'red'));
    await restart();
    await engine.idle();
    expect(connections).toBe(0);
  });
});
