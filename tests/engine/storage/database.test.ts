import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../src-main/engine/storage/catalogue';
import { Database } from '../../../src-main/engine/storage/database';
import { addWork, openLibrary } from './support';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oeuvre-database-'));
  file = path.join(folder, 'catalogue.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const coded = (code: string) => expect.objectContaining({ code }) as Error;

describe('Database', () => {
  it('waits for the disk whenever something is acknowledged', () => {
    const database = new Database(file);
    expect(database.pragma('journal_mode')).toBe('wal');
    expect(database.pragma('synchronous')).toBe(2);
    expect(database.pragma('foreign_keys')).toBe(1);
    database.exec('CREATE TABLE t (a)');
    database.note(() => database.run('INSERT INTO t VALUES (1)'));
    expect(database.pragma('synchronous')).toBe(2);
    database.close();
  });

  it('makes a transaction all or nothing, also from within another', () => {
    const database = new Database(file);
    database.exec('CREATE TABLE t (a)');
    const insert = (value: number) => database.run('INSERT INTO t VALUES (?)', value);
    expect(() =>
      database.transaction(() => {
        insert(1);
        database.transaction(() => insert(2));
        throw new Error('no');
      }),
    ).toThrow('no');
    database.transaction(() => insert(3));
    expect(database.all('SELECT a FROM t')).toMatchObject([{ a: 3 }]);
    database.close();
  });

  it('gives blobs and large numbers back as they were', () => {
    const database = new Database(file);
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    database.exec('CREATE TABLE t (a BLOB, b INTEGER)');
    database.run('INSERT INTO t VALUES (?, ?)', bytes, 2 ** 40 + 1);
    const row = database.get<{ a: Uint8Array; b: number }>('SELECT a, b FROM t');
    expect(Uint8Array.from(row?.a ?? [])).toEqual(bytes);
    expect(row?.b).toBe(2 ** 40 + 1);
    database.close();
  });

  it('shows a steady picture to a long walk while something is written', () => {
    const { catalogue, close } = openLibrary();
    for (let i = 0; i < 250; i++)
      catalogue.signals.note('opened', addWork({ catalogue, folderId: 1 }, `${i}.png`));
    const walk = catalogue.reader.walk<[number]>('SELECT id FROM artworks ORDER BY id');
    const seen = [walk.next().value];
    catalogue.opinions.rate([1, 2, 3], 5);
    catalogue.database.run('DELETE FROM events');
    catalogue.database.run('DELETE FROM files WHERE artwork_id > 200');
    for (const row of walk) seen.push(row);
    expect(seen).toHaveLength(250);
    close();
  });
});

describe('a catalogue that fails', () => {
  it('says that the disk is full, and is whole afterwards', () => {
    const { catalogue, close } = openLibrary();
    const { database } = catalogue;
    addWork({ catalogue, folderId: 1 }, 'before.png');
    database.exec(`PRAGMA max_page_count = ${Number(database.pragma('page_count')) + 4}`);
    const fill = () => {
      for (let i = 0; i < 1000; i++) addWork({ catalogue, folderId: 1 }, `${i}.png`);
    };
    expect(fill).toThrowError(coded('catalogue/disk-full'));
    database.exec('PRAGMA max_page_count = 1000000');
    addWork({ catalogue, folderId: 1 }, 'after.png');
    expect(database.pragma('integrity_check')).toBe('ok');
    close();
  });

  it('says that it is no database', () => {
    writeFileSync(file, 'This is certainly not a database. '.repeat(100));
    expect(() => openCatalogue(file)).toThrowError(coded('catalogue/damaged'));
  });

  it('says that a page of it is damaged', () => {
    const catalogue = openCatalogue(file);
    const folderId = catalogue.folders.add('/library');
    for (let i = 0; i < 300; i++) addWork({ catalogue, folderId }, `${i}.png`);
    catalogue.database.pragma('wal_checkpoint(TRUNCATE)');
    const pages = Number(catalogue.database.pragma('page_count'));
    catalogue.close();
    const handle = openSync(file, 'r+');
    for (let page = 2; page < pages; page++)
      writeSync(handle, Buffer.alloc(4000, 0xa5), 0, 4000, page * 4096);
    closeSync(handle);
    const use = () => {
      const reopened = openCatalogue(file);
      try {
        reopened.artworks.get(5);
        reopened.database.all('SELECT * FROM artworks ORDER BY metadata');
      } finally {
        reopened.close();
      }
    };
    expect(use).toThrowError(coded('catalogue/damaged'));
  });

  it('says that somebody else holds it', async () => {
    openCatalogue(file).close();
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const holder = spawn(process.execPath, [
      '-e',
      `const D = require(${JSON.stringify(libsql)}); const d = new D(${JSON.stringify(file)});
       d.exec('BEGIN IMMEDIATE'); console.log('held'); setTimeout(() => {}, 60000);`,
    ]);
    await once(holder.stdout, 'data');
    const catalogue = openCatalogue(file);
    expect(() => catalogue.folders.add('/x')).toThrowError(coded('catalogue/locked'));
    holder.kill('SIGKILL');
    await once(holder, 'close');
    expect(catalogue.folders.add('/x')).toBe(1);
    catalogue.close();
  });

  it('is complete in its one file once it is closed', () => {
    const catalogue = openCatalogue(file);
    catalogue.folders.add('/library');
    catalogue.close();
    const copy = path.join(folder, 'copy.db');
    copyFileSync(file, copy);
    const copied = openCatalogue(copy);
    expect(copied.folders.paths()).toEqual([{ id: 1, path: '/library' }]);
    copied.close();
  });
});
