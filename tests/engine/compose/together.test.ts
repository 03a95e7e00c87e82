import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtworkId, SuggestionList } from '../../../src-main/contract';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { openEngine, type OpenedEngine } from './studio';

const COUNT = 24;

let folder: string;
let studio: OpenedEngine;
let ids: ArtworkId[];

const ask: OpenedEngine['engine']['request'] = (name, input) => studio.engine.request(name, input);
const list = (): Promise<SuggestionList> => ask('suggestions.list', { limit: 10, surprise: 0 });
const kindsOf = ({ suggestions }: SuggestionList) => suggestions.map(({ reason }) => reason.kind);
/** Scores fade with every moment; works and reasons don't. */
const told = ({ suggestions }: SuggestionList) =>
  suggestions.map(({ id, reason }) => ({ id, reason }));
const fileName = (at: number): string => `work-${at}.jpg`;

/** Sixty-four squares of colours drawn for this picture alone: no two pictures are renderings of one. */
function blocks(at: number): Uint8Array {
  const random = seededRandom(at + 1);
  return Uint8Array.from({ length: 192 }, () => Math.floor(256 * random()));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-together-'));
  await mkdir(join(folder, 'works'));
  for (let at = 0; at < COUNT; at++)
    await sharp(blocks(at), { raw: { width: 8, height: 8, channels: 3 } })
      .resize(96, 96, { kernel: 'nearest' })
      .jpeg()
      .toFile(join(folder, 'works', fileName(at)));
  studio = await openEngine();
  await ask('folders.add', { path: join(folder, 'works') });
  await studio.engine.idle();
  const found = await ask('gallery.query', {});
  const cards = await ask('gallery.cards', { ids: [...found.ids] });
  ids = Array.from(
    { length: COUNT },
    (_, at) => cards.find((c) => c.fileName === fileName(at))!.id,
  );
});
afterEach(async () => {
  await studio.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everybody gives five stars to all of these works. */
async function takeIn(users: readonly string[], works: readonly number[]): Promise<number> {
  const path = join(folder, 'ratings.csv');
  const lines = users.flatMap((user) => works.map((at) => `${user},${fileName(at)},5`));
  await writeFile(path, ['user,item,rating', ...lines].join('\n'));
  const { digest } = await ask('ratings.preview', { path });
  return (await ask('ratings.import', { path, digest })).id;
}

/** Asks until what is being learnt meanwhile is there. */
async function listOnce(holds: (made: SuggestionList) => boolean): Promise<SuggestionList> {
  for (;;) {
    const made = await list();
    if (holds(made)) return made;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('suggestions among several profiles', () => {
  it('follow what others like from the third profile on, and no more once that is taken back', async () => {
    for (const at of [0, 1, 2, 3])
      await ask('suggestions.react', { id: ids[at]!, reaction: 'like' });
    const alone = await list();
    expect(kindsOf(alone)).not.toContain('together');
    expect(alone.others).toBe(0);
    const works = [0, 1, 2, 3, 9, 10, 11, 12, 13, 14, 15, 16];
    await takeIn(['Ana'], works);
    expect(told(await list())).toEqual(told(alone));

    const last = await takeIn(['Ben', 'Cleo'], works);
    const made = await listOnce((it) => kindsOf(it).includes('together'));
    expect(made.others).toBe(3);
    const others = made.suggestions.filter(({ reason }) => reason.kind === 'together');
    for (const { id, reason } of others) {
      expect(works.map((at) => ids[at])).toContain(id);
      expect(reason).toMatchObject({ by: 'people', count: 3, deed: 'liked' });
      for (const named of reason.works) expect(ids.slice(0, 4)).toContain(named);
    }

    await ask('ratings.undo', { id: last });
    const again = await listOnce((it) => !kindsOf(it).includes('together'));
    expect(told(again)).toEqual(told(alone));
  });
});
