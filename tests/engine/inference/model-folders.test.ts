import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { decideHead } from '../../../src-main/engine/inference/head-decision';
import { openEncoder } from '../../../src-main/engine/inference/encoder-session';
import { loadModelFolder } from '../../../src-main/engine/inference/load-model-folder';
import { bestModel, listModels } from '../../../src-main/engine/inference/model-catalogue';
import { cut } from './support/pictures';
import { TINY_SIZE, writeTinyModel } from './support/tiny-model';

const SHIPPED = path.resolve(import.meta.dirname, '../../../models');

let models: string;

beforeEach(async () => {
  models = await mkdtemp(path.join(tmpdir(), 'oeuvre-models-'));
});

afterEach(() => rm(models, { recursive: true, force: true }));

describe('loading a model folder', () => {
  it('refuses a file with a single changed byte before onnxruntime sees it', async () => {
    const folder = path.join(models, 'mobilenetv2-early');
    await cp(path.join(SHIPPED, 'mobilenetv2-early'), folder, { recursive: true });
    const file = path.join(folder, 'model.onnx');
    const bytes = await readFile(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    await writeFile(file, bytes);

    await expect(loadModelFolder(folder)).rejects.toMatchObject({
      code: 'model/hash-mismatch',
      detail: { file },
    });
  });

  it('refuses a truncated file', async () => {
    const folder = await writeTinyModel(path.join(models, 'tiny'));
    await writeFile(path.join(folder, 'model.onnx'), 'cut off');

    await expect(loadModelFolder(folder)).rejects.toMatchObject({ code: 'model/hash-mismatch' });
  });

  it.each([
    { what: 'a path that leaves the folder', changes: { file: '../model.onnx' }, says: 'file:' },
    { what: 'an unknown field', changes: { command: 'rm' }, says: 'command' },
    { what: 'no style vector', changes: { outputs: [], heads: [] }, says: 'outputs' },
    { what: 'a hash of the wrong form', changes: { sha256: 'abc' }, says: 'sha256' },
  ])('refuses a manifest with $what', async ({ changes, says }) => {
    const folder = await writeTinyModel(path.join(models, 'tiny'), changes);

    await expect(loadModelFolder(folder)).rejects.toMatchObject({
      code: 'model/manifest-invalid',
      message: expect.stringContaining(says) as unknown,
    });
  });

  it('says that there is no model where none is', async () => {
    await expect(loadModelFolder(path.join(models, 'none'))).rejects.toMatchObject({
      code: 'model/not-found',
    });
  });

  it('refuses a graph whose inputs are not those of its manifest', async () => {
    const input = { name: 'pixels', layout: 'nchw', dtype: 'float32', width: 16, height: 16 };
    const folder = await writeTinyModel(path.join(models, 'tiny'), { input });

    await expect(openEncoder(await loadModelFolder(folder))).rejects.toMatchObject({
      code: 'model/manifest-invalid',
    });
  });
});

describe('the models of a directory', () => {
  it('are those that ship: one encoder, and no mistake about the scripts beside it', async () => {
    const catalogue = await listModels(SHIPPED);

    expect(catalogue.refused).toEqual([]);
    expect(catalogue.available.map(({ manifest }) => manifest.id)).toContain('mobilenetv2-early');
  });

  it('are led by a better one as soon as its folder is there', async () => {
    await cp(path.join(SHIPPED, 'mobilenetv2-early'), path.join(models, 'first'), {
      recursive: true,
    });
    expect(bestModel(await listModels(models)).manifest.id).toBe('mobilenetv2-early');

    await writeTinyModel(path.join(models, 'zz-better'));

    expect(bestModel(await listModels(models)).manifest.id).toBe('tiny');
  });

  it('include the broken ones with their reason, and a broken one hides no other', async () => {
    await writeTinyModel(path.join(models, 'good'));
    const broken = await writeTinyModel(path.join(models, 'broken'), {
      version: 'new',
      priority: 99,
    });
    await mkdir(path.join(models, 'notes'));

    const { available, refused } = await listModels(models);

    expect(available.map(({ folder }) => path.basename(folder))).toEqual(['good']);
    expect(refused).toEqual([
      {
        folder: broken,
        code: 'model/manifest-invalid',
        reason: 'version: Expected a version like 1.0.0',
      },
    ]);
  });

  it('may be none, which is said with a code', async () => {
    const catalogue = await listModels(path.join(models, 'nowhere'));

    expect(catalogue).toEqual({ available: [], refused: [] });
    expect(() => bestModel(catalogue)).toThrow('No usable model was found');
  });
});

describe('a model with a head', () => {
  const flat = (r: number, g: number, b: number) => cut(() => [r, g, b], TINY_SIZE);

  it('answers with calibrated probabilities, or declines', async () => {
    const model = await loadModelFolder(await writeTinyModel(path.join(models, 'tiny')));
    const encoder = await openEncoder(model);
    const { heads } = await encoder.embed([flat(230, 90, 38), flat(100, 90, 84)]);
    await encoder.close();
    const [head] = model.manifest.heads;
    if (!head) throw new Error('the tiny model has a head');

    const [warm, even] = (heads['movement'] ?? []).map((logits) => decideHead(head, logits));

    // (230 - 38) / 64 = 3 for warm and -3 for cool; temperature 2: 1 / (1 + e^-3).
    expect(warm).toMatchObject({ decision: 'warm', verdict: 'nearest' });
    expect(warm?.probabilities[0]?.p).toBeCloseTo(1 / (1 + Math.exp(-3)), 5);
    // 0.25 and -0.25: 1 / (1 + e^-0.25) = 0.56 is below the threshold of 0.7.
    expect(even).toMatchObject({
      decision: null,
      verdict: 'not-sure',
      runnerUp: { label: 'cool' },
    });
  });

  it('reports a picture that has no direction instead of storing rubbish', async () => {
    const encoder = await openEncoder(
      await loadModelFolder(await writeTinyModel(path.join(models, 't'))),
    );

    await expect(encoder.embed([flat(0, 0, 0)])).rejects.toMatchObject({
      code: 'model/run-failed',
      message: "'style' is a zero vector",
    });
    await encoder.close();
  });

  it('is fed with (byte - mean) / std where its manifest says so', async () => {
    const input = {
      name: 'image',
      layout: 'nchw',
      dtype: 'float32',
      width: TINY_SIZE,
      height: TINY_SIZE,
      mean: [100, 100, 100],
      std: [50, 50, 25],
    };
    const folder = await writeTinyModel(path.join(models, 'tiny'), { input });
    const encoder = await openEncoder(await loadModelFolder(folder));

    const { style } = await encoder.embed([flat(200, 0, 100)]);
    await encoder.close();

    // (2, -2, 0) scaled to unit length.
    expect([...(style[0] ?? [])].map((value) => value.toFixed(4))).toEqual([
      '0.7071',
      '-0.7071',
      '0.0000',
    ]);
  });
});
