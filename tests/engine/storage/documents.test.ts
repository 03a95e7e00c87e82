import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBoards } from '../../../src-main/engine/storage/documents/boards';
import { openPreferences } from '../../../src-main/engine/storage/documents/preferences';
import { openDocument } from '../../../src-main/engine/storage/documents/studio-document';

const schema = z.object({ count: z.number() });
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oeuvre-documents-'));
  file = path.join(folder, 'counter.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openDocument(file, schema, { count: 0 });

describe('openDocument', () => {
  it('begins with the defaults and remembers what was saved', async () => {
    const document = await open();
    expect(document.data).toEqual({ count: 0 });
    await document.update(({ count }) => ({ count: count + 1 }));
    expect((await open()).data).toEqual({ count: 1 });
  });

  it('makes changes one after the other', async () => {
    const document = await open();
    await Promise.all(
      Array.from({ length: 20 }, () => document.update(({ count }) => ({ count: count + 1 }))),
    );
    expect((await open()).data).toEqual({ count: 20 });
  });

  it('tells when everything that was begun is on the disk', async () => {
    const document = await open();
    void document.update(() => ({ count: 1 }));
    void document.update(() => ({ count: 2 }));
    await document.settled();
    expect((await open()).data).toEqual({ count: 2 });
  });

  it('carries its version in an envelope', async () => {
    await (await open()).update(() => ({ count: 7 }));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 1, data: { count: 7 } });
  });

  it('leaves everything as it was when a change is refused', async () => {
    const document = await open();
    await document.update(() => ({ count: 1 }));
    await expect(document.update(() => ({ count: 'two' }) as never)).rejects.toThrow();
    await expect(
      document.update(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(document.data).toEqual({ count: 1 });
    expect((await open()).data).toEqual({ count: 1 });
  });

  it.skipIf(process.platform !== 'linux')(
    'says that the disk is full, and keeps what was there',
    async () => {
      const document = await open();
      await document.update(() => ({ count: 1 }));
      await symlink('/dev/full', `${file}.tmp`);
      await expect(document.update(() => ({ count: 2 }))).rejects.toMatchObject({
        code: 'catalogue/disk-full',
      });
      expect(document.data).toEqual({ count: 1 });
      await rm(`${file}.tmp`);
      expect((await open()).data).toEqual({ count: 1 });
    },
  );

  it.each([
    ['torn', '{"version":1,"da'],
    ['of another shape', '{"version":1,"data":{"count":"many"}}'],
    ['of a version it does not know', '{"version":2,"data":{"count":3}}'],
    ['empty', ''],
  ])('uses the last good copy when the document is %s, and sets it aside', async (_, text) => {
    const before = await open();
    await before.update(() => ({ count: 1 }));
    await before.update(() => ({ count: 2 }));
    await writeFile(file, text);

    const document = await open();
    expect(document.data).toEqual({ count: 1 });
    expect(document.notices).toMatchObject([{ code: 'document/damaged' }]);
    expect(await readFile(document.notices[0]?.file ?? '', 'utf8')).toBe(text);
    await document.update(() => ({ count: 5 }));
    expect((await open()).data).toEqual({ count: 5 });
    expect((await open()).notices).toEqual([]);
  });

  it('begins anew, saying so, when the copy is damaged too', async () => {
    await writeFile(file, 'x');
    await writeFile(path.join(folder, 'counter.last-good.json'), 'y');
    const document = await open();
    expect(document.data).toEqual({ count: 0 });
    expect(document.notices).toHaveLength(2);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('finds the document again when the process died between its two renames', async () => {
    await (await open()).update(() => ({ count: 1 }));
    await rm(file, { force: true });
    await writeFile(
      path.join(folder, 'counter.last-good.json'),
      '{"version":1,"data":{"count":1}}',
    );
    expect((await open()).data).toEqual({ count: 1 });
  });
});

describe('boards', () => {
  it('keeps named selections in the order given', async () => {
    const boards = await openBoards(file);
    const board = await boards.create('Autumn show');
    await boards.setWorks(board.id, [3, 1, 3, 2]);
    await boards.rename(board.id, 'Winter show');
    expect((await openBoards(file)).list()).toMatchObject([
      { name: 'Winter show', works: [3, 1, 2] },
    ]);
    await boards.remove(board.id);
    expect(boards.list()).toEqual([]);
  });

  it('refuses unknown boards and names that are taken', async () => {
    const boards = await openBoards(file);
    const first = await boards.create('One');
    const second = await boards.create('Two');
    await expect(boards.create('one')).rejects.toMatchObject({ code: 'board/name-taken' });
    await expect(boards.rename(second.id, 'ONE')).rejects.toMatchObject({
      code: 'board/name-taken',
    });
    await expect(boards.rename(first.id, 'ONE')).resolves.toMatchObject({ name: 'ONE' });
    await expect(boards.remove('nowhere')).rejects.toMatchObject({ code: 'board/not-found' });
    await expect(boards.setWorks('nowhere', [])).rejects.toMatchObject({ code: 'board/not-found' });
  });
});

describe('preferences', () => {
  it('has a default for whatever was never set', async () => {
    await writeFile(file, '{"version":1,"data":{"language":"zh"}}');
    expect((await openPreferences(file)).data).toMatchObject({ language: 'zh', theme: 'system' });
  });
});
