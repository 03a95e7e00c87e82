import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ME } from '../../../src-main/contract';
import { TITLES, TitledWorks } from './titled-works';

const works = new TitledWorks();
const { ask, idOf, ratingOf } = works;
beforeEach(() => works.open());
afterEach(() => works.close());

describe('ratings of others', () => {
  const table = async (...lines: readonly string[]): Promise<string> => {
    const path = join(works.folder, 'ratings.csv');
    await writeFile(path, ['user,item,rating,time', ...lines].join('\r\n'));
    return path;
  };
  const take = async (path: string) =>
    ask('ratings.import', { path, digest: (await ask('ratings.preview', { path })).digest });
  const lastImport = async () => (await ask('ratings.imports', undefined)).at(0) ?? { id: 0 };
  const profileCalled = async (name: string) =>
    (await ask('profiles.list', undefined)).profiles.find((profile) => profile.name === name);

  it('are looked at first: what can be used, and line by line what cannot', async () => {
    const hash = works.cards.find(({ title }) => title === 'Birch')?.hash ?? '';
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

  it('that are older than what was rated by hand change no stars, and are called no replacement', async () => {
    await ask('artworks.rate', { ids: [idOf('Amber'), idOf('Birch')], rating: 3 });
    const path = await table('Me,Amber.jpg,5,2020-01-01', 'Me,Birch.jpg,1,', 'Me,Cedar.jpg,2,2020');
    expect(await ask('ratings.preview', { path })).toMatchObject({ ratings: 2, replaced: 1 });
    await take(path);
    expect([await ratingOf('Amber'), await ratingOf('Birch')]).toEqual([3, 1]);
    const [made] = await ask('ratings.imports', undefined);
    await ask('ratings.undo', { id: made?.id ?? 0 });
    expect([await ratingOf('Amber'), await ratingOf('Birch')]).toEqual([3, 3]);
  });

  it('give the stars back to what was said since, when they are taken back', async () => {
    const undoAfter = async (...since: (() => Promise<unknown>)[]): Promise<number | undefined> => {
      await take(await table('Me,Amber.jpg,5,2025-01-01'));
      const { id } = await lastImport();
      for (const happens of since) await happens();
      await ask('ratings.undo', { id });
      return ratingOf('Amber');
    };
    const undoLast = async (): Promise<number | undefined> => {
      const { id } = await lastImport();
      await ask('ratings.undo', { id });
      return ratingOf('Amber');
    };
    expect(await undoAfter()).toBe(0);
    // The same table once more, one that is older, and the same stars by hand.
    expect(await undoAfter(async () => take(await table('Me,Amber.jpg,5,2025-01-01')))).toBe(5);
    expect(await undoLast()).toBe(0);
    expect(await undoAfter(async () => take(await table('Me,Amber.jpg,1,2020-01-01')))).toBe(1);
    expect(await undoLast()).toBe(0);
    expect(await undoAfter(() => ask('artworks.rate', { ids: [idOf('Amber')], rating: 5 }))).toBe(
      5,
    );
  });

  it('that changed no stars go with their profile all the same', async () => {
    await take(await table('Ana,Amber.jpg,5,2025-01-01'));
    const { id: newer } = await lastImport();
    await take(await table('Ana,Amber.jpg,1,2020-01-01'));
    const { id: older } = await lastImport();
    await ask('ratings.undo', { id: newer });
    expect(await profileCalled('Ana')).toBeDefined();
    await ask('ratings.undo', { id: older });
    expect(await profileCalled('Ana')).toBeUndefined();
  });

  it('leave nothing behind when two that overlap are taken back, the older one first', async () => {
    await take(await table('Ana,Amber.jpg,2,'));
    const { id: first } = await lastImport();
    await take(await table('Ana,Amber.jpg,5,'));
    const { id: second } = await lastImport();
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
    const path = join(works.folder, 'bad.csv');
    await writeFile(path, content);
    await expect(ask('ratings.preview', { path })).rejects.toMatchObject({
      code,
      detail: { path, line: 1 },
    });
  });

  it('come from what a spreadsheet writes: tabs in UTF-16, with a quote that has no fellow', async () => {
    const path = join(works.folder, 'jury.txt');
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
