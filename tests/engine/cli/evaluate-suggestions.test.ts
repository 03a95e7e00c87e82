import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  suggestionsOutputSchema,
  type SuggestionsOutput,
} from '../../../src-main/contract/suggestions-output';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { oeuvre, temporaryFolder } from './support';

const USERS = 120;
const ITEMS = 80;

/** Everybody rates own favourites 5 and others 2; every tenth row goes to `valid`, two of ten to `test`. */
async function tables(): Promise<Record<'train' | 'valid' | 'test', string>> {
  const random = seededRandom(3);
  const rows = { train: [''], valid: [''], test: [''] };
  for (let user = 0; user < USERS; user++)
    for (let item = 0; item < ITEMS; item++) {
      const own = item % 4 === user % 4;
      if (random() > (own ? 0.6 : 0.15)) continue;
      const part = random();
      const rating = own === random() < 0.9 ? 5 : 2;
      rows[part < 0.7 ? 'train' : part < 0.8 ? 'valid' : 'test'].push(`u${user},${item},${rating}`);
    }
  const folder = await temporaryFolder();
  const files = { train: '', valid: '', test: '' };
  for (const name of ['train', 'valid', 'test'] as const) {
    files[name] = join(folder, `${name}.csv`);
    await writeFile(files[name], `user,item,rating${rows[name].join('\r\n')}\r\n`);
  }
  return files;
}

async function evaluated(file: string): Promise<SuggestionsOutput> {
  return suggestionsOutputSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

describe('oeuvre evaluate suggestions', () => {
  test('sees who has learnt something, and says by how much, for the same users', async () => {
    const { train, valid, test: asked } = await tables();
    const json = join(await temporaryFolder(), 'out.json');
    const command = ['evaluate', 'suggestions', '--train', train, '--test', asked];
    const { code, out } = await oeuvre([
      ...[...command, '--valid', valid],
      ...['--min-rating', '4', '--json', json],
    ]);
    expect(code).toBe(0);
    const output = await evaluated(json);
    const { popularity, random, itemKnn, ease, als, hybrid } = output.models;
    expect(output.data).toMatchObject({ users: USERS, items: ITEMS, validGiven: true });
    expect(output.data.met).toBeGreaterThan(output.data.fitted);
    for (const learnt of [itemKnn, ease, als, hybrid])
      expect(learnt.ndcgAt10.low).toBeGreaterThan(popularity.ndcgAt10.high);
    expect(random.coverageAt10.value).toBe(1);
    expect(popularity.gini.value).toBeGreaterThan(random.gini.value);
    const { hybridMinusEase, surprising } = output;
    expect(hybridMinusEase.value).toBeCloseTo(hybrid.ndcgAt10.value - ease.ndcgAt10.value, 4);
    expect(hybridMinusEase.low).toBeLessThanOrEqual(hybridMinusEase.value);
    expect(surprising.slider).toBe(1);
    expect(surprising.coverageAt10.value).toBeGreaterThanOrEqual(hybrid.coverageAt10.value);
    for (const name of ['Popularity', 'Random', 'Item-kNN', 'EASE', 'ALS', 'Hybrid'])
      expect(out).toContain(`\n${name} `);
    expect(out).toMatch(/hybrid - EASE +[+-]0\.\d{4} \[[+-]0\.\d{4}, [+-]0\.\d{4}\]/);
  });

  test('tunes on a part of the training where no table for it is given; every row is positive', async () => {
    const { train, test: asked } = await tables();
    const { code, out } = await oeuvre([
      ...['evaluate', 'suggestions', '--train', train, '--test', asked],
      ...['--surprise', '0', '--json', '-'],
    ]);
    expect(code).toBe(0);
    const output = suggestionsOutputSchema.parse(JSON.parse(out));
    expect(output.data.validGiven).toBe(false);
    expect(output.data.met).toBe(output.data.fitted);
    // What was set aside is learnt from in the end.
    const lines = (await readFile(train, 'utf8')).trim().split('\n').length - 1;
    expect(output.data.fitted).toBe(lines);
    // The slider at its familiar end is the hybrid itself.
    expect(output.surprising.ndcgAt10).toEqual(output.models.hybrid.ndcgAt10);
  });

  test.each([
    {
      name: 'a rating that is no number',
      row: 'a,b,good',
      message: '--train: line 2: Expected a number in',
    },
    {
      name: 'a user that is missing',
      row: ',b,5',
      message: "--train: line 2: Expected something in 'user'",
    },
  ])('$name is told with its line', async ({ row, message }) => {
    const { test: asked } = await tables();
    const train = join(await temporaryFolder(), 'train.csv');
    await writeFile(train, `user,item,rating\n${row}\n`);
    const { code, error } = await oeuvre([
      ...['evaluate', 'suggestions', '--train', train, '--test', asked, '--min-rating', '4'],
    ]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  test('tables without anything to ask about are refused', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'table.csv');
    await writeFile(file, 'user,item,rating\na,1,5\na,2,5\nb,1,5\nb,2,5\n');
    const { code, error } = await oeuvre([
      ...['evaluate', 'suggestions', '--train', file, '--test', file, '--valid', file],
    ]);
    expect(code).toBe(2);
    expect(error).toContain('Expected a positive row in the table to tune on');
  });

  test('ends with 130 when it is interrupted, and writes nothing', async () => {
    const { train, test: asked } = await tables();
    const json = join(await temporaryFolder(), 'out.json');
    const { code } = await oeuvre(
      ['evaluate', 'suggestions', '--train', train, '--test', asked, '--json', json],
      { interrupted: AbortSignal.abort() },
    );
    expect(code).toBe(130);
    await expect(readFile(json)).rejects.toThrow('ENOENT');
  });

  test.each([
    { args: ['--test', 'x.csv'], message: 'Expected a path after --train' },
    {
      args: ['--train', 'x', '--test', 'y', '--surprise', '2'],
      message: 'from 0 to 1 after --surprise',
    },
    {
      args: ['--train', 'x', '--test', 'y', '--min-rating', 'four'],
      message: 'after --min-rating',
    },
    { args: ['--folder', 'x'], message: "Unknown option '--folder'" },
  ])('is refused with $args', async ({ args, message }) => {
    const { code, error } = await oeuvre(['evaluate', 'suggestions', ...args]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
