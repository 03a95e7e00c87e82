import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ME, type ArtworkCard, type ArtworkId, type SignalKind } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

const TITLES = ['Amber', 'Birch', 'Cedar', 'Dune'] as const;
type Title = (typeof TITLES)[number];

let folder: string;
let studio: OpenedEngine;
let cards: ArtworkCard[];

const ask: OpenedEngine['engine']['request'] = (name, input) => studio.engine.request(name, input);
const idOf = (title: Title): ArtworkId => cards.find((card) => card.title === title)?.id ?? 0;
const ratingOf = async (title: Title): Promise<number | undefined> =>
  (await ask('gallery.cards', { ids: [idOf(title)] })).at(0)?.rating;
const kinds = async (profileId?: number): Promise<SignalKind[]> =>
  (await ask('signals.list', { profileId })).signals.map(({ kind }) => kind);

async function openWithWorks(): Promise<void> {
  studio = await openEngine();
  await ask('folders.add', { path: join(folder, 'works') });
  await studio.engine.idle();
  const { ids } = await ask('gallery.query', {});
  cards = await ask('gallery.cards', { ids: [...ids] });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-profiles-'));
  await mkdir(join(folder, 'works', 'again'), { recursive: true });
  for (const [at, title] of TITLES.entries())
    await sharp({
      create: {
        width: 96,
        height: 64 + 8 * at,
        channels: 3,
        background: { r: 60 * at, g: 90, b: 40 },
      },
    })
      .jpeg()
      .toFile(join(folder, 'works', `${title}.jpg`));
  await openWithWorks();
});
afterEach(async () => {
  await studio.close();
  await rm(folder, { recursive: true, force: true });
});

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
    const file = join(folder, 'client.oeuvre-profile');
    await writeFile(file, (await ask('profiles.export', { id: client.id })).content);
    await studio.close();
    // Another library: one work was renamed, one is not there.
    const works = join(folder, 'works');
    await copyFile(join(works, 'Amber.jpg'), join(works, 'again', 'Amber, renamed.jpg'));
    await rm(join(works, 'Amber.jpg'));
    await rm(join(works, 'Dune.jpg'));
    await openWithWorks();

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
    const amber = cards.find(({ title }) => title === 'Amber, renamed');
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
    const path = join(folder, 'bad.oeuvre-profile');
    await writeFile(path, content);
    await expect(ask('profiles.import', { path })).rejects.toMatchObject({ code });
    expect((await ask('profiles.list', undefined)).profiles).toHaveLength(1);
  });
});

describe('ratings of others', () => {
  const table = async (...lines: readonly string[]): Promise<string> => {
    const path = join(folder, 'ratings.csv');
    await writeFile(path, ['user,item,rating,time', ...lines].join('\r\n'));
    return path;
  };
  const take = async (path: string) =>
    ask('ratings.import', { path, digest: (await ask('ratings.preview', { path })).digest });
  const profileCalled = async (name: string) =>
    (await ask('profiles.list', undefined)).profiles.find((profile) => profile.name === name);

  it('are looked at first: what can be used, and line by line what cannot', async () => {
    const hash = cards.find(({ title }) => title === 'Birch')?.hash ?? '';
    const path = await table(
      'Ana,Amber.jpg,5,2025-03-01',
      `Ana,${hash},4,1700000000`,
      'Ben,works/Cedar.jpg,2.5,',
      'Ben,Nothing.jpg,3,',
      ',Amber.jpg,3,',
      'Ben,,3,',
      'Ben,Amber.jpg,6,',
      'Ben,Amber.jpg,3,yesterday',
    );
    expect(await ask('ratings.preview', { path })).toMatchObject({
      fileName: 'ratings.csv',
      rows: 8,
      ratings: 3,
      works: 3,
      replaced: 0,
      users: [
        { name: 'Ana', isNew: true, ratings: 2 },
        { name: 'Ben', isNew: true, ratings: 1 },
      ],
      userCount: 2,
      faultCount: 5,
      faults: [
        { line: 5, fault: 'item-unknown', text: 'Nothing.jpg' },
        { line: 6, fault: 'user-missing', text: '' },
        { line: 7, fault: 'item-missing', text: '' },
        { line: 8, fault: 'rating-invalid', text: '6' },
        { line: 9, fault: 'time-invalid', text: 'yesterday' },
      ],
    });
    expect((await ask('profiles.list', undefined)).profiles).toHaveLength(1);
  });

  it('become profiles with the times of the table, and are taken back whole', async () => {
    await take(await table('Ana,Amber.jpg,5,2025-03-01', 'Ben,Birch.jpg,1,'));
    const ana = await profileCalled('Ana');
    const { signals } = await ask('signals.list', { profileId: ana?.id });
    expect(signals).toMatchObject([
      { kind: 'rating', artworkId: idOf('Amber'), value: 5, at: '2025-03-01T00:00:00.000Z' },
    ]);
    await ask('profiles.choose', { id: ana?.id ?? 0 });
    expect(await ratingOf('Amber')).toBe(5);

    const [made] = await ask('ratings.imports', undefined);
    expect(made).toMatchObject({ fileName: 'ratings.csv', ratings: 2 });
    await ask('ratings.undo', { id: made?.id ?? 0 });
    expect(await ask('profiles.list', undefined)).toMatchObject({
      active: ME,
      profiles: [{ id: ME }],
    });
    expect((await ask('signals.list', {})).total).toBe(0);
    expect(await ratingOf('Amber')).toBe(0);
  });

  it('are refused when the table is another one than was looked at', async () => {
    const path = await table('Ana,Amber.jpg,5,');
    const { digest } = await ask('ratings.preview', { path });
    await table('Ana,Amber.jpg,1,');
    await expect(ask('ratings.import', { path, digest })).rejects.toMatchObject({
      code: 'ratings/changed',
    });
  });

  it('leave what was rated by hand since, when they are taken back', async () => {
    await take(await table('Ana,Amber.jpg,5,', 'Ana,Birch.jpg,2,'));
    const ana = await profileCalled('Ana');
    await ask('profiles.choose', { id: ana?.id ?? 0 });
    await ask('artworks.rate', { ids: [idOf('Amber')], rating: 3 });
    const [made] = await ask('ratings.imports', undefined);
    await ask('ratings.undo', { id: made?.id ?? 0 });
    expect(await profileCalled('Ana')).toBeDefined();
    expect(await ratingOf('Amber')).toBe(3);
    expect(await ratingOf('Birch')).toBe(0);
  });

  it('leave nothing behind when two that overlap are taken back, the older one first', async () => {
    await take(await table('Ana,Amber.jpg,2,'));
    const { id: first } = (await ask('ratings.imports', undefined)).at(0) ?? { id: 0 };
    await take(await table('Ana,Amber.jpg,5,'));
    const { id: second } = (await ask('ratings.imports', undefined)).at(0) ?? { id: 0 };
    await ask('ratings.undo', { id: first });
    const ana = await profileCalled('Ana');
    await ask('profiles.choose', { id: ana?.id ?? 0 });
    expect(await ratingOf('Amber')).toBe(5);
    await ask('ratings.undo', { id: second });
    expect(await profileCalled('Ana')).toBeUndefined();
    expect(await ratingOf('Amber')).toBe(0);
  });

  it('can be taken back after a profile that they made was removed', async () => {
    await take(await table('Ana,Amber.jpg,5,', 'Ben,Birch.jpg,2,'));
    await ask('profiles.remove', { id: (await profileCalled('Ana'))?.id ?? 0 });
    const [made] = await ask('ratings.imports', undefined);
    await ask('ratings.undo', { id: made?.id ?? 0 });
    expect(await ask('ratings.imports', undefined)).toEqual([]);
    expect(await profileCalled('Ben')).toBeUndefined();
  });

  it('of many people come in and go again while others are answered', async () => {
    const people = Array.from({ length: 700 }, (_, at) => `Rater ${at}`);
    const lines = people.flatMap((name, at) =>
      TITLES.map((title) => `${name},${title}.jpg,${1 + (at % 5)},`),
    );
    const path = await table(...lines, 'RATER 3,Amber.jpg,1,2031-01-01');
    const { digest } = await ask('ratings.preview', { path });
    const first = ask('ratings.import', { path, digest });
    const second = ask('ratings.import', { path, digest });
    expect(await ask('ratings.imports', undefined)).toEqual([]);
    const [{ id }, { id: again }] = await Promise.all([first, second]);

    const rater = await profileCalled('Rater 3');
    expect(rater).toMatchObject({ signals: 10 });
    await ask('profiles.choose', { id: rater?.id ?? 0 });
    expect(await ratingOf('Amber')).toBe(1);
    expect(await ratingOf('Dune')).toBe(4);

    await Promise.all([ask('ratings.undo', { id }), ask('ratings.undo', { id: again })]);
    expect(await ask('profiles.list', undefined)).toMatchObject({
      active: ME,
      profiles: [{ id: ME }],
    });
    expect((await ask('signals.list', {})).total).toBe(0);
    expect(await ratingOf('Dune')).toBe(0);
    await expect(ask('ratings.undo', { id })).rejects.toMatchObject({
      code: 'ratings/import-not-found',
    });
  });

  it.each([
    ['name,work\nAna,Amber.jpg', 'ratings/table-invalid'],
    ['user,"item,rating\nAna,Amber.jpg,5', 'ratings/table-invalid'],
  ])('refuse a file that is no such table: %j', async (content, code) => {
    const path = join(folder, 'bad.csv');
    await writeFile(path, content);
    await expect(ask('ratings.preview', { path })).rejects.toMatchObject({
      code,
      detail: { path, line: 1 },
    });
  });

  it('come from what a spreadsheet writes: tabs in UTF-16, with a quote that has no fellow', async () => {
    const path = join(folder, 'jury.txt');
    const text = [
      'user\titem\trating',
      '张伟\tAmber.jpg\t5',
      '张伟\t"Birch.jpg\t4',
      'Ben\tCedar.jpg\t2,5',
      '\t\t',
    ].join('\r\n');
    await writeFile(path, Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await ask('ratings.preview', { path })).toMatchObject({
      rows: 3,
      ratings: 2,
      users: [{ name: 'Ben' }, { name: '张伟' }],
      faults: [{ line: 3, fault: 'quote-stray', text: '张伟\t"Birch.jpg\t4' }],
    });
    await take(path);
    await ask('profiles.choose', { id: (await profileCalled('张伟'))?.id ?? 0 });
    expect(await ratingOf('Amber')).toBe(5);
  });
});
