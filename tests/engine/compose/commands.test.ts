import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, type CommandName } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

const names = Object.keys(COMMANDS) as CommandName[];

describe('commands', () => {
  let studio: OpenedEngine;
  beforeAll(async () => {
    studio = await openEngine();
  });
  afterAll(() => studio.close());

  const ask = (name: string, input: unknown): Promise<unknown> =>
    studio.engine.request(name as CommandName, input as never);

  it.each(names)('%s refuses arguments of another shape', async (name) => {
    await expect(ask(name, 'nonsense')).rejects.toMatchObject({
      code: 'request/invalid-arguments',
    });
  });

  it.each(['nothing.known', 'toString', '__proto__', 'constructor', ''])(
    '%j is no command',
    async (name) => {
      await expect(ask(name, {})).rejects.toMatchObject({ code: 'request/unknown-command' });
    },
  );

  it.each([
    ['artworks.get', { id: 999 }, 'artwork/not-found'],
    ['style.of', { id: 999 }, 'artwork/not-found'],
    [
      'artworks.similar',
      { id: 999, weights: { style: 1, subject: 0, palette: 0 } },
      'artwork/not-found',
    ],
    ['folders.add', { path: '/nowhere/at/all' }, 'folder/not-found'],
    ['folders.add', { path: import.meta.filename }, 'folder/not-a-folder'],
    ['folders.rescan', { folderId: 999 }, 'folder/not-found'],
    ['jobs.pause', { jobId: 'none' }, 'job/not-found'],
    ['boards.rename', { id: 'none', name: 'Spring' }, 'board/not-found'],
    ['suggestions.react', { id: 999, reaction: 'like' }, 'artwork/not-found'],
    ['profiles.choose', { id: 999 }, 'profile/not-found'],
    ['profiles.remove', { id: 1 }, 'profile/built-in'],
    ['ratings.undo', { id: 999 }, 'ratings/import-not-found'],
    ['pairs.next', { board: 'none' }, 'board/not-found'],
  ])('%s says %j as a coded error', async (name, input, code) => {
    await expect(ask(name, input)).rejects.toMatchObject({ code });
  });

  it.each([
    ['gallery.facets', { total: 0 }],
    ['portfolio.get', { works: 0, clusters: [] }],
    ['style.learnt', { trained: false, needs: 'second-label' }],
  ])('%s answers for an empty library', async (name, expected) => {
    expect(await ask(name, undefined)).toMatchObject(expected);
  });

  it('what comes out keeps to the contract', async () => {
    for (const name of [
      'folders.list',
      'gallery.facets',
      'portfolio.get',
      'boards.list',
      'preferences.get',
      'engine.info',
      'models.list',
    ] as const) {
      expect(() => COMMANDS[name].output.parse(undefined)).toThrow();
      expect(COMMANDS[name].output.safeParse(await ask(name, undefined)).error).toBeUndefined();
    }
  });
});
