import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ME, type ArtworkId, type SignalKind } from '../../../src-main/contract';
import { TitledWorks } from './titled-works';

const works = new TitledWorks();
const { ask, idOf, ratingOf } = works;
beforeEach(() => works.open());
afterEach(() => works.close());

const kinds = async (profileId?: number): Promise<SignalKind[]> =>
  (await ask('signals.list', { profileId })).signals.map(({ kind }) => kind);

async function doOneOfEach(): Promise<void> {
  const id = idOf('Amber');
  await ask('signals.record', {
    signals: [
      { kind: 'opened', id },
      { kind: 'dwell', id, value: 4200 },
      { kind: 'zoomed', id },
      { kind: 'exported', id },
      { kind: 'more-like-this', id },
    ],
  });
  await ask('artworks.favourite', { ids: [id], favourite: true });
  await ask('artworks.rate', { ids: [id], rating: 4 });
  const { id: board } = await ask('boards.create', { name: 'Wall' });
  await ask('boards.setWorks', { id: board, works: [id] });
  await ask('boards.setWorks', { id: board, works: [] });
  await ask('suggestions.react', { id: idOf('Birch'), reaction: 'like' });
  await ask('suggestions.react', { id: idOf('Cedar'), reaction: 'dismissed' });
  await ask('suggestions.react', { id: idOf('Dune'), reaction: 'not-my-taste' });
  await ask('pairs.answer', { a: idOf('Birch'), b: idOf('Cedar'), answer: 'b' });
}

describe('what is noted', () => {
  it('is every kind of doing, with its profile, its time and its session', async () => {
    const before = Date.now();
    await doOneOfEach();
    const { total, signals } = await ask('signals.list', {});
    expect(signals.map(({ kind }) => kind).reverse()).toEqual([
      'opened',
      'dwell',
      'zoomed',
      'exported',
      'more-like-this',
      'favourite',
      'rating',
      'board-add',
      'board-remove',
      'like',
      'dismissed',
      'not-my-taste',
      'choice',
    ]);
    expect(total).toBe(13);
    expect(new Set(signals.map(({ session }) => session)).size).toBe(1);
    expect(signals.every(({ profileId }) => profileId === ME)).toBe(true);
    expect(signals.every(({ at }) => Date.parse(at) >= before - 1)).toBe(true);
    expect(signals[0]).toMatchObject({
      artworkId: idOf('Cedar'),
      otherId: idOf('Birch'),
      value: 1,
    });
  });

  it('is nothing at all in a private session, though stars and boards are kept', async () => {
    await ask('signals.private', { on: true });
    await doOneOfEach();
    expect((await ask('signals.list', {})).total).toBe(0);
    expect(await ratingOf('Amber')).toBe(4);
    await ask('signals.private', { on: false });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'like' });
    expect(await kinds()).toEqual(['like']);
  });

  it('loses nothing by an undo in a private session', async () => {
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'like' });
    await ask('signals.private', { on: true });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'dismissed' });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'none' });
    expect(await kinds()).toEqual(['like']);
  });

  it('is taken back for the profile that said it, whoever has the word by now', async () => {
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'like' });
    const client = await ask('profiles.create', { name: 'A client' });
    await ask('profiles.choose', { id: client.id });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'dismissed' });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'none', profileId: ME });
    expect(await kinds(ME)).toEqual([]);
    expect(await kinds(client.id)).toEqual(['dismissed']);
    await ask('suggestions.react', { id: idOf('Cedar'), reaction: 'like', profileId: ME });
    expect(await kinds(ME)).toEqual(['like']);
    await expect(
      ask('suggestions.react', { id: idOf('Birch'), reaction: 'like', profileId: 99 }),
    ).rejects.toMatchObject({ code: 'profile/not-found' });
  });

  it('is deleted one by one, by kind, by session, by profile, or altogether', async () => {
    await doOneOfEach();
    const { signals } = await ask('signals.list', {});
    await ask('signals.remove', { ids: [signals.at(0)?.id ?? 0] });
    expect(await kinds()).not.toContain('choice');
    expect(await ask('signals.clear', { kind: 'dwell' })).toEqual({ removed: 1 });
    const client = await ask('profiles.create', { name: 'A client' });
    await ask('profiles.choose', { id: client.id });
    await ask('suggestions.react', { id: idOf('Birch'), reaction: 'like' });
    expect(await ask('signals.clear', { profileId: client.id })).toEqual({ removed: 1 });
    expect(await ask('signals.clear', { session: 'another' })).toEqual({ removed: 0 });
    const session = signals.at(0)?.session ?? '';
    expect(await ask('signals.clear', { session })).toEqual({ removed: 11 });
    expect((await ask('signals.list', {})).total).toBe(0);
  });

  it('is exported as a table and as JSON, newest first, with works by name and content', async () => {
    await doOneOfEach();
    const csv = (await ask('signals.export', { format: 'csv' })).content.trimEnd().split('\r\n');
    expect(csv).toHaveLength(14);
    expect(csv[0]).toBe('time,profile,kind,work,workHash,other,otherHash,value,session');
    expect(csv[1]).toMatch(/^2.+Z,Me,choice,Cedar\.jpg,[0-9a-f]{64},Birch\.jpg,[0-9a-f]{64},1,/);
    const json = JSON.parse(
      (await ask('signals.export', { format: 'json', kind: 'rating' })).content,
    ) as { signals: unknown[] };
    expect(json.signals).toMatchObject([{ kind: 'rating', work: 'Amber.jpg', value: 4 }]);
  });

  it('of boards is what moved: once by two changes at the same time, and off again with the board', async () => {
    const [amber, birch] = [idOf('Amber'), idOf('Birch')];
    const moves = async (): Promise<[SignalKind, ArtworkId][]> =>
      (await ask('signals.list', {})).signals.map(({ kind, artworkId }) => [kind, artworkId]);
    const { id } = await ask('boards.create', { name: 'Wall' });
    await Promise.all([
      ask('boards.setWorks', { id, works: [amber] }),
      ask('boards.setWorks', { id, works: [amber, birch] }),
    ]);
    expect((await moves()).reverse()).toEqual([
      ['board-add', amber],
      ['board-add', birch],
    ]);
    await ask('boards.remove', { id });
    expect(new Map((await moves()).slice(0, 2).map(([kind, work]) => [work, kind]))).toEqual(
      new Map([
        [amber, 'board-remove'],
        [birch, 'board-remove'],
      ]),
    );
    expect((await ask('suggestions.list', {})).signals).toBe(0);
  });
});

describe('profiles', () => {
  it('each have their own stars, hearts and taste', async () => {
    await ask('artworks.rate', { ids: [idOf('Amber')], rating: 5 });
    const client = await ask('profiles.create', { name: 'A client' });
    await ask('profiles.choose', { id: client.id });
    expect(await ratingOf('Amber')).toBe(0);
    await ask('artworks.rate', { ids: [idOf('Amber')], rating: 1 });
    expect(await kinds(client.id)).toEqual(['rating']);
    await ask('profiles.choose', { id: ME });
    expect(await ratingOf('Amber')).toBe(5);
    expect(await kinds(ME)).toEqual(['rating']);
  });

  it('come back whole after they were removed, and their name is free meanwhile', async () => {
    const client = await ask('profiles.create', { name: 'A client' });
    await ask('profiles.choose', { id: client.id });
    await ask('artworks.rate', { ids: [idOf('Amber')], rating: 2 });
    await ask('profiles.remove', { id: client.id });
    expect(await ask('profiles.list', undefined)).toMatchObject({
      active: ME,
      profiles: [{ id: ME }],
    });
    expect((await ask('signals.list', {})).total).toBe(0);
    await ask('profiles.restore', { id: client.id });
    await ask('profiles.choose', { id: client.id });
    expect(await ratingOf('Amber')).toBe(2);
    await expect(ask('profiles.create', { name: 'a CLIENT' })).rejects.toMatchObject({
      code: 'profile/name-taken',
    });
  });

  it('travel as a file: signals, stars and hearts arrive in another library', async () => {
    const client = await ask('profiles.create', { name: 'A client' });
    await ask('profiles.choose', { id: client.id });
    await doOneOfEach();
    const told = (await ask('signals.list', {})).signals;
    const file = join(works.folder, 'client.oeuvre-profile');
    await writeFile(file, (await ask('profiles.export', { id: client.id })).content);
    // Another library: one work was renamed, one is not there.
    const there = join(works.folder, 'works');
    await copyFile(join(there, 'Amber.jpg'), join(there, 'again', 'Amber, renamed.jpg'));
    await rm(join(there, 'Amber.jpg'));
    await rm(join(there, 'Dune.jpg'));
    await works.openAnew();

    const { profile, unmatched } = await ask('profiles.import', { path: file });
    expect(unmatched).toBe(1);
    expect(profile).toMatchObject({ name: 'A client', signals: 12 });
    const arrived = (await ask('signals.list', { profileId: profile.id })).signals;
    const tell = ({ kind, at, session, value }: (typeof told)[number]) => ({
      kind,
      at,
      session,
      value,
    });
    expect(arrived.map(tell)).toEqual(told.filter(({ kind }) => kind !== 'not-my-taste').map(tell));
    await ask('profiles.choose', { id: profile.id });
    const amber = works.cards.find(({ title }) => title === 'Amber, renamed');
    expect((await ask('gallery.cards', { ids: [amber?.id ?? 0] })).at(0)).toMatchObject({
      rating: 4,
      favourite: true,
    });
  });

  it.each([
    ['{"format":"oeuvre-profile","version":2}', 'profile/file-newer'],
    ['{"format":"oeuvre-profile","version":1,"name":""}', 'profile/file-damaged'],
    ['not JSON', 'profile/file-damaged'],
  ])('refuse the file %j and stay as they are', async (content, code) => {
    const path = join(works.folder, 'bad.oeuvre-profile');
    await writeFile(path, content);
    await expect(ask('profiles.import', { path })).rejects.toMatchObject({ code });
    expect((await ask('profiles.list', undefined)).profiles).toHaveLength(1);
  });
});
