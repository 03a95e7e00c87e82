import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { EncoderSlot } from '../../../src-main/engine/compose/encoder-slot';
import { ModelShelf } from '../../../src-main/engine/compose/model-shelf';
import { loadModelFolder } from '../../../src-main/engine/inference/load-model-folder';
import { openTriedEncoder } from '../../../src-main/engine/inference/trial-run';
import { TINY_SIZE, writeTinyModel } from './support/tiny-model';

/** Bytes divided by this leave the range of 32-bit numbers, so the model computes infinities. */
const OVERFLOW = 1e-38;

const INPUT = {
  name: 'image',
  layout: 'nchw',
  dtype: 'float32',
  width: TINY_SIZE,
  height: TINY_SIZE,
};

let models: string;

beforeEach(async () => {
  models = await mkdtemp(path.join(tmpdir(), 'oeuvre-trial-'));
});

afterEach(() => rm(models, { recursive: true, force: true }));

async function tried(changes: Record<string, unknown>) {
  const folder = await writeTinyModel(path.join(models, 'tiny'), changes);
  return openTriedEncoder(await loadModelFolder(folder));
}

describe('the trial run of a model', () => {
  it('is passed by one that does what its manifest says', async () => {
    const encoder = await tried({});

    expect(encoder.manifest.id).toBe('tiny');
    await encoder.close();
  });

  it('refuses numbers that are not finite', async () => {
    const overflowing = { ...INPUT, std: [OVERFLOW, OVERFLOW, OVERFLOW] };

    await expect(tried({ input: overflowing })).rejects.toMatchObject({
      code: 'model/run-failed',
      message: "'style' holds a value that is not finite",
    });
  });

  it('refuses vectors of another length than declared', async () => {
    const outputs = [
      { name: 'style', kind: 'style', dim: 4 },
      { name: 'subject', kind: 'subject', dim: 3 },
    ];

    await expect(tried({ outputs, heads: [] })).rejects.toMatchObject({
      code: 'model/run-failed',
      message: "Expected 'style' to be float32 1 x 4 but received float32 1 x 3",
    });
  });

  it('keeps a model that fails it from being used, and says why', async () => {
    const input = { ...INPUT, std: [OVERFLOW, OVERFLOW, OVERFLOW] };
    await writeTinyModel(path.join(models, 'tiny'), { input });
    const shelf = new ModelShelf(models);
    const slot = new EncoderSlot(shelf, {
      active: () => null,
      setActive: () => undefined,
      chosen: () => null,
    });

    await expect(slot.encoder()).rejects.toMatchObject({ code: 'model/run-failed' });

    expect(await shelf.summaries({ active: await slot.vectorId(), next: null })).toMatchObject([
      { id: 'tiny', active: false, error: { code: 'model/run-failed' } },
    ]);
    await slot.close();
  });
});
