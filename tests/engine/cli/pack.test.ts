import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { loadModelFolder } from '../../../src-main/engine/inference/load-model-folder';
import { openTextEncoder } from '../../../src-main/engine/inference/text-encoder';
import { openTriedEncoder } from '../../../src-main/engine/inference/trial-run';
import { cut } from '../inference/support/pictures';
import { writeTinyPair } from '../inference/support/tiny-pair';
import { oeuvre, temporaryFolder } from './support';

async function packed(changes: Record<string, unknown> = {}, options: string[] = []) {
  const folder = await temporaryFolder();
  const from = await writeTinyPair(join(folder, 'Tiny CLIP'), changes);
  const out = join(folder, 'pack');
  const outcome = await oeuvre(
    ['pack', '--from', from, '--out', out, '--licence', 'MIT', ...options],
    {},
  );
  return { out, outcome };
}

const RED = cut(() => [220, 30, 20], 16);
const BLUE = cut(() => [20, 40, 210], 16);

it('makes of an exported pair a pack that sees and reads alike', async () => {
  const { out, outcome } = await packed();

  expect(outcome).toMatchObject({ code: 0 });
  expect(outcome.error).toContain('/vision_model/encoder/layers.0/Add_1_output_0');
  const model = await loadModelFolder(out);
  const { manifest } = model;
  expect(manifest).toMatchObject({
    id: 'tiny-clip',
    name: 'Tiny CLIP',
    licence: 'MIT',
    input: { width: 16, height: 16, fit: 'cover', layout: 'nhwc', dtype: 'uint8' },
    outputs: [
      { kind: 'style', dim: 6 },
      { kind: 'subject', dim: 3 },
    ],
    text: { contextLength: 8, padId: 21, input: { ids: 'input_ids' }, dim: 3 },
  });

  const eyes = await openTriedEncoder(model);
  const reader = await openTextEncoder(out, manifest.text!);
  const { subject } = await eyes.embed([RED, BLUE]);
  const likeness = async (text: string): Promise<number[]> => {
    const query = await reader.embed(text);
    return subject.map((vector) => vector.reduce((sum, value, i) => sum + value * query[i]!, 0));
  };
  const [redToRed, redToBlue] = await likeness('a red');
  const [blueToRed, blueToBlue] = await likeness('BLUE');
  expect(redToRed! - redToBlue!).toBeGreaterThan(0.5);
  expect(blueToBlue! - blueToRed!).toBeGreaterThan(0.5);
  await eyes.close();
  await reader.close();
});

it('normalises in the graph as the preparation of the pair says', async () => {
  const { out } = await packed();

  const eyes = await openTriedEncoder(await loadModelFolder(out));
  const { subject } = await eyes.embed([RED]);

  // By hand: (byte / 255 - mean) / std of CLIP, then unit length.
  const values = [
    (220 / 255 - 0.48145466) / 0.26862954,
    (30 / 255 - 0.4578275) / 0.26130258,
    (20 / 255 - 0.40821073) / 0.27577711,
  ];
  const length = Math.hypot(...values);
  values.forEach((value, i) => expect(subject[0]![i]).toBeCloseTo(value / length, 5));
  await eyes.close();
});

it('tells styles apart by how colours are strewn, where the subject sees one mean', async () => {
  const { out } = await packed();

  const eyes = await openTriedEncoder(await loadModelFolder(out));
  const chequered = cut((x, y) => ((x + y) % 2 ? [255, 255, 255] : [0, 0, 0]), 16);
  const even = cut(() => [127, 127, 128], 16);
  const { style } = await eyes.embed([chequered, even]);

  const likeness = style[0]!.reduce((sum, value, i) => sum + value * style[1]![i]!, 0);
  expect(likeness).toBeLessThan(0.5);
  await eyes.close();
});

it('says what a pair lacks', async () => {
  const silent = { 'tokenizer_config.json': { pad_token: '<|endoftext|>' } };
  expect((await packed(silent)).outcome).toMatchObject({ code: 1 });
  expect((await packed(silent)).outcome.error).toContain('--context');
  expect((await packed(silent, ['--context', '8'])).outcome.code).toBe(0);
  expect((await packed({ 'preprocessor_config.json': {} })).outcome.error).toContain(
    'preprocessor_config.json is not as expected',
  );
});

it('touches nothing that lies in the folder already', async () => {
  const { out } = await packed();
  const before = await readFile(join(out, 'manifest.json'), 'utf8');
  const from = await writeTinyPair(join(await temporaryFolder(), 'again'));

  const { code, error } = await oeuvre(
    ['pack', '--from', from, '--out', out, '--licence', 'MIT'],
    {},
  );

  expect(code).toBe(1);
  expect(error).toContain('to be empty');
  expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe(before);
});

it('is not used once its tokenizer was changed', async () => {
  const { out } = await packed();
  await writeFile(join(out, 'tokenizer.json'), '{}');

  await expect(loadModelFolder(out)).rejects.toMatchObject({ code: 'model/hash-mismatch' });
});

it('wants to know the licence', async () => {
  const { code, error } = await oeuvre(['pack', '--from', 'a', '--out', 'b'], {});

  expect(code).toBe(2);
  expect(error).toContain('--licence');
});
