import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  evaluateOutputSchema,
  type EvaluateOutput,
} from '../../../src-main/contract/evaluate-output';
import { writeDatedModel } from './dated-model';
import { writeTinyModel } from '../inference/support/tiny-model';
import { oeuvre, temporaryFolder } from './support';

/** A models folder whose model calls red works 'warm', blue ones 'cool', and is not sure of grey ones. */
async function warmOrCool(): Promise<string> {
  const models = await temporaryFolder();
  await writeTinyModel(join(models, 'tiny'));
  return models;
}

async function paint(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, background] of Object.entries(files)) {
    const picture = sharp({ create: { width: 64, height: 48, channels: 3, background } });
    await picture.png().toFile(join(folder, file));
  }
}

async function evaluated(file: string): Promise<EvaluateOutput> {
  return evaluateOutputSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Two artists, one out of the set, and lines that can't be measured. */
async function labelled(): Promise<{ folder: string; labels: string }> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'late'));
  await paint(folder, {
    'ember.png': '#d02010',
    'rust.png': '#b03020',
    'sea.png': '#1030d0',
    'late/sky.png': '#3050e0',
    'wine.png': '#c01828',
    'stone.png': '#808080',
    'leaf.png': '#7f8081',
  });
  await writeFile(join(folder, 'letter.jpg'), 'Dear gallery');
  await copyFile(join(folder, 'ember.png'), join(folder, 'again.png'));
  const labels = join(await temporaryFolder(), 'labels.csv');
  const lines = [
    'file,movement,artist,genre,year',
    'ember.png,Warm,a,landscape,1900',
    'rust.png,warm,a,portrait,',
    'sea.png,cool,b,landscape,',
    'late/sky.png,cool,b,portrait,',
    'wine.png,cool,b,,',
    'stone.png,grey school,,,',
    'leaf.png,warm,,,',
    'letter.jpg,warm,a,,',
    'nowhere.jpg,warm,a,,',
    'again.png,warm,a,,',
  ];
  await writeFile(labels, lines.join('\r\n'));
  return { folder, labels };
}

describe('oeuvre evaluate style', () => {
  test('measures answers and retrieval, and goes on where a file can not be read', async () => {
    const { folder, labels } = await labelled();
    const json = join(await temporaryFolder(), 'out.json');
    const { code, out, error } = await oeuvre(
      ['evaluate', 'style', '--folder', folder, '--labels', labels, '--json', json],
      { modelsFolder: await warmOrCool() },
    );
    const output = await evaluated(json);
    expect(code).toBe(0);
    expect(output).toMatchObject({ oeuvre: '1.2.3', model: { id: 'tiny', version: '1.0.0' } });
    expect(output.works).toMatchObject({ total: 7, known: 6, outOfSet: 1, withArtist: 5 });
    expect(output.confusion).toMatchObject({ labels: ['warm', 'cool'] });
    // `leaf` is grey: nothing is answered, and its first label is 'cool' by a hair.
    expect(output.confusion?.counts).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(output.top1?.value).toBeCloseTo(4 / 6, 5);
    expect(output.notSure?.value).toBeCloseTo(1 / 6, 5);
    expect(output.answeredAccuracy?.value).toBeCloseTo(4 / 5, 5);
    expect(output.outOfSetRefused?.value).toBe(1);
    // `wine`, by b, looks like the works of a, and theirs like it: only `sea` and `sky` find each other.
    expect(output.artistPrecisionAt1?.value).toBeGreaterThanOrEqual(2 / 5);
    expect(output.periodCoverage).toBeNull();
    expect(output.skipped.map(({ file }) => file)).toEqual([
      'letter.jpg',
      'nowhere.jpg',
      'again.png',
    ]);
    expect(output.skipped[0]?.reason).toContain('file/not-an-image');
    expect(output.skipped[2]?.reason).toBe('The same picture as ember.png');
    expect(out).toMatch(/Top-1 accuracy +0\.667 +0\.\d{3} to [01]\.\d{3}/);
    expect(out).toMatch(/Year within the period +-\n/);
    expect(out).toContain('The model tells no period.');
    expect(error).toContain('3 skipped');
  });

  test('takes a node of the tree for an answer, and a strange work for refused', async () => {
    const { folder, labels } = await labelled();
    const models = await temporaryFolder();
    const head = {
      id: 'movement',
      output: 'movement',
      labels: ['warm', 'cool'],
      temperature: 2,
      threshold: 0.7,
    };
    const nodes = [{ id: 'coloured', labels: ['warm', 'cool'] }];
    const asked = async (changes: object) => {
      await writeTinyModel(join(models, 'tiny'), { heads: [{ ...head, ...changes }] });
      const args = ['--folder', folder, '--labels', labels, '--json', '-'];
      const { out } = await oeuvre(['evaluate', 'style', ...args], { modelsFolder: models });
      return evaluateOutputSchema.parse(JSON.parse(out));
    };
    const coarse = await asked({ nodes, nodeThreshold: 0.9 });
    expect(coarse.notSure?.value).toBe(0);
    expect(coarse.answeredAccuracy?.value).toBeCloseTo(5 / 6, 5);
    expect(coarse.outOfSetRefused?.value).toBe(0);
    const strange = await asked({ nodes, nodeThreshold: 0.9, oodThreshold: -1000 });
    expect(strange).toMatchObject({ answeredShare: { value: 0 }, answeredAccuracy: null });
    expect(strange.outOfSetRefused?.value).toBe(1);
  });

  test('compares years with the periods told, and refuses what is new to the model', async () => {
    const folder = await temporaryFolder();
    const [models, target] = [await temporaryFolder(), await temporaryFolder()];
    await writeDatedModel(join(models, 'dated'));
    await paint(folder, { 'a.png': '#c81e00', 'b.png': '#c81e01', 'c.png': '#c81eff' });
    const labels = join(target, 'labels.csv');
    await writeFile(labels, 'file,movement,year\na.png,warm,1815\nb.png,warm,1861\nc.png,warm,');
    const args = ['--folder', folder, '--labels', labels, '--json', '-'];
    const { out } = await oeuvre(['evaluate', 'style', ...args], { modelsFolder: models });
    const output = evaluateOutputSchema.parse(JSON.parse(out));
    // Both look like 1800 to 1860; `c` is the one with blue in it.
    expect(output.works).toMatchObject({ total: 3, withYear: 2 });
    expect(output.periodCoverage?.value).toBe(0.5);
    expect(output.answeredShare?.value).toBeCloseTo(2 / 3, 5);
  });

  test('looks at some movements alone, at another model, and at chance', async () => {
    const { folder, labels } = await labelled();
    const models = await warmOrCool();
    const asked = async (...more: string[]) => {
      const args = ['--folder', folder, '--labels', labels, '--json', '-', ...more];
      const { out } = await oeuvre(['evaluate', 'style', ...args], { modelsFolder: models });
      return evaluateOutputSchema.parse(JSON.parse(out));
    };
    const cool = await asked('--only', 'Cool');
    // One label to choose among: nothing else can be answered.
    expect(cool).toMatchObject({ only: ['Cool'], works: { total: 3 }, top1: { value: 1 } });
    expect(cool.confusion).toEqual({ labels: ['cool'], counts: [[3]] });

    const early = await asked('--model', 'models/mobilenetv2-early');
    expect(early).toMatchObject({ model: { id: 'mobilenetv2-early' }, top1: null });
    // A landscape and a portrait by each of two: `subjectOverStyle` and its like have something to say.
    expect(early.styleOverSubject?.value).toBeGreaterThanOrEqual(0);

    const chance = await asked('--chance');
    expect(chance).toMatchObject({ chance: true, notSure: { value: 0 } });
    expect(chance.confusion?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  test('on the samples, with a model that has no heads, tells retrieval and says why no more', async () => {
    const folder = resolve('resources/samples');
    const models = await temporaryFolder();
    await symlink(resolve('models/mobilenetv2-early'), join(models, 'early'));
    const listed = JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')) as {
      works: { file: string; series: string }[];
    };
    const labels = join(await temporaryFolder(), 'labels.csv');
    const lines = listed.works.map(({ file, series }) => `"${file}",,${series}`);
    await writeFile(labels, ['file,movement,artist', ...lines].join('\n'));
    const { code, out } = await oeuvre(
      ['evaluate', 'style', '--folder', folder, '--labels', labels, '--json', '-'],
      { modelsFolder: models },
    );
    const output = evaluateOutputSchema.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(output.works.total).toBe(listed.works.length);
    expect(output.skipped).toEqual([]);
    expect(output.artistPrecisionAt1?.value).toBeGreaterThan(0.5);
    expect(output).toMatchObject({ top1: null, confusion: null, genrePrecisionAt1: null });
    expect(output.remarks).toContain(
      'The model has no movement head: only retrieval could be measured.',
    );
  });
});

describe('wrong usage ends with 2 and says why', () => {
  test.each([
    [['evaluate'], "Expected 'evaluate style'"],
    [['evaluate', 'colour'], "received 'evaluate colour'"],
    [['evaluate', 'style'], '--folder'],
    [['evaluate', 'style', '--folder', '.'], '--labels'],
    [['evaluate', 'style', 'x', '--folder', '.', '--labels', 'a.csv'], "Unexpected argument 'x'"],
    [['evaluate', 'style', '--html', 'a.html'], '--html'],
    [['evaluate', 'style', '--folder', '.', '--labels', '/no/such.csv'], '/no/such.csv'],
    [['evaluate', 'style', '--folder', '.', '--labels', 'LICENSE'], '--labels: line '],
    [['evaluate', 'style', '--folder', '.', '--labels', 'a', '--only', ','], '--only'],
  ])('%j', async (args, reason) => {
    const { code, error } = await oeuvre(args);
    expect(code).toBe(2);
    expect(error).toContain(reason);
    expect(error).toContain('oeuvre evaluate style --folder DIR');
  });
});
