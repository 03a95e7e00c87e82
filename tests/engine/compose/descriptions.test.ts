import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeEngine, convertPair, type Engine } from '../../../src-main/engine/compose';
import { CLIP_LIKE } from '../../unit/inference/support/tokenizers';
import { writeTinyModel } from '../inference/support/tiny-model';
import { tinyText, writeTinyPair } from '../inference/support/tiny-pair';

const PICTURES = {
  'dusk.png': { r: 20, g: 30, b: 210 },
  'poppies.png': { r: 220, g: 20, b: 30 },
  'plum.png': { r: 130, g: 20, b: 130 },
};

let folder: string;
let engine: Engine | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-words-'));
});

afterEach(async () => {
  await engine?.close();
  engine = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** The engine over the models of this test, with three pictures of one colour each. */
async function opened(): Promise<Engine> {
  const path = join(folder, 'pictures');
  await mkdir(path);
  for (const [name, background] of Object.entries(PICTURES))
    await sharp({ create: { width: 64, height: 64, channels: 3, background } })
      .png()
      .toFile(join(path, name));
  engine = await composeEngine({
    dataFolder: join(folder, 'data'),
    modelsFolder: join(folder, 'models'),
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '0.0.0',
  });
  await engine.request('folders.add', { path });
  await engine.idle();
  return engine;
}

async function described(description: string, query: object = {}): Promise<string[]> {
  if (!engine) throw new Error('Expected an open engine');
  const { ids } = await engine.request('gallery.query', { ...query, description });
  const cards = await engine.request('gallery.cards', { ids: [...ids] });
  return [...ids].map((id) => basename(cards.find((card) => card.id === id)?.title ?? ''));
}

/** A pack of a pair that shares the space of its subject with texts. */
async function addPair(): Promise<void> {
  await convertPair({
    from: await writeTinyPair(join(folder, 'export')),
    to: join(folder, 'models', 'pair'),
    id: 'pair',
    name: 'Pair',
    licence: 'MIT',
    source: 'written by the test',
  });
}

/** A pack whose subject is another vector than the one that it shares with texts. */
async function addJoint(): Promise<void> {
  const pack = join(folder, 'models', 'joint');
  const tokenizer = Buffer.from(JSON.stringify(CLIP_LIKE));
  const promised = (file: Uint8Array): object => ({
    sha256: createHash('sha256').update(file).digest('hex'),
    bytes: file.length,
  });
  await writeTinyModel(pack, {
    heads: [],
    outputs: [
      { name: 'style', kind: 'style', dim: 3 },
      { name: 'years', kind: 'subject', dim: 3 },
      { name: 'subject', kind: 'joint', dim: 3 },
    ],
    text: {
      file: 'text.onnx',
      ...promised(tinyText()),
      tokenizer: { file: 'tokenizer.json', ...promised(tokenizer) },
      input: { ids: 'input_ids' },
      output: 'text_embeds',
      dim: 3,
      contextLength: 8,
      padId: 21,
      imageOutput: 'subject',
    },
  });
  await writeFile(join(pack, 'text.onnx'), tinyText());
  await writeFile(join(pack, 'tokenizer.json'), tokenizer);
}

describe.each([
  { what: 'with texts in the space of its subject', add: addPair },
  { what: 'with texts in a space of their own', add: addJoint },
])('search by description, by a model $what', ({ add }) => {
  it('shows the works most like the words first, and all of them', async () => {
    await add();
    await opened();

    expect(await described('red')).toEqual(['poppies', 'plum', 'dusk']);
    expect(await described('a blue')).toEqual(['dusk', 'plum', 'poppies']);
  });

  it('keeps to the filters', async () => {
    await add();
    const { request } = await opened();
    const { ids } = await request('gallery.query', { text: 'plum' });
    await request('artworks.favourite', { ids: [...ids], favourite: true });

    expect(await described('red', { favourite: true })).toEqual(['plum']);
  });

  it('knows works that were added since', async () => {
    await add();
    const { request, idle } = await opened();
    expect(await described('red')).toHaveLength(3);
    const background = { r: 255, g: 0, b: 0 };
    await sharp({ create: { width: 64, height: 64, channels: 3, background } })
      .png()
      .toFile(join(folder, 'pictures', 'lacquer.png'));
    await request('folders.refresh', undefined);
    await idle();

    expect((await described('red'))[0]).toBe('lacquer');
  });
});

describe('a model that knows pictures only', () => {
  it('offers no search by description and refuses one in words', async () => {
    await writeTinyModel(join(folder, 'models', 'tiny'));
    const { request } = await opened();

    expect(await request('descriptions.model', undefined)).toBeNull();
    await expect(request('gallery.query', { description: 'red' })).rejects.toMatchObject({
      code: 'model/no-texts',
    });
  });
});

describe('a model that reads texts', () => {
  it('says that it does', async () => {
    await addPair();
    const { request } = await opened();

    expect(await request('descriptions.model', undefined)).toEqual({ name: 'Pair' });
  });

  it('finds nothing in an empty library', async () => {
    await addPair();
    const { request } = await opened();
    const [one] = await request('folders.list', undefined);
    await request('folders.remove', { folderId: one!.id });

    expect(await described('red')).toEqual([]);
  });
});
