import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RatingsImport } from '../../../src-main/contract';
import { plainWorks } from './plain-works';
import { startRealEngine, type RealEngine } from './real-engine';

const WORKS = 8;
const PEOPLE = 2000;
const RATINGS = WORKS * PEOPLE;

let engine: RealEngine;
let host: RealEngine['host'];
let path: string;
let digest: string;

beforeEach(async () => {
  engine = await startRealEngine();
  ({ host } = engine);
  await engine.index(await plainWorks(engine.root, WORKS));
  path = join(engine.root, 'ratings.csv');
  const lines = Array.from({ length: RATINGS }, (_, at) => {
    const person = Math.floor(at / WORKS);
    return `Rater ${person},${at % WORKS}.png,${1 + ((person + at) % 5)}`;
  });
  await writeFile(path, ['user,item,rating', ...lines].join('\n'));
  ({ digest } = await host.request('ratings.preview', { path }));
});
afterEach(() => engine.close());

const take = (): Promise<RatingsImport> => host.request('ratings.import', { path, digest });
const noted = async (): Promise<number> => (await host.request('signals.list', {})).total;

/** Asks how many ratings are noted until the answer suits: others are answered while a table is taken in or back. */
async function untilNoted(suits: (count: number) => boolean): Promise<void> {
  for (;;) if (suits(await noted())) return;
}

async function expectNothing(): Promise<void> {
  expect(await host.request('ratings.imports', undefined)).toEqual([]);
  expect(await noted()).toBe(0);
  const { profiles } = await host.request('profiles.list', undefined);
  expect(profiles).toMatchObject([{ name: 'Me' }]);
}

describe('a table of ratings', () => {
  it('leaves nothing behind when the engine is killed while it is taken in, and can be taken in again', async () => {
    const outcome = take().catch((error: { code?: string }) => error.code);
    await untilNoted((count) => count > 0);
    expect(await noted()).toBeLessThan(RATINGS);
    await engine.kill();
    expect(await outcome).toBe('engine/crashed');
    await expectNothing();

    expect(await take()).toMatchObject({ fileName: 'ratings.csv', ratings: RATINGS });
    expect(await noted()).toBe(RATINGS);
    const { profiles } = await host.request('profiles.list', undefined);
    expect(profiles).toHaveLength(1 + PEOPLE);
  }, 60_000);

  it('is gone for good when the engine is killed while it is taken back', async () => {
    const { id } = await take();
    const outcome = host.request('ratings.undo', { id }).catch((error: { code?: string }) => error);
    await untilNoted((count) => count < RATINGS);
    expect(await noted()).toBeGreaterThan(0);
    await engine.kill();
    expect(await outcome).toMatchObject({ code: 'engine/crashed' });
    await expectNothing();
  }, 60_000);
});
