import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TableCache } from '../../../src-main/engine/compose/table-cache';
import { addWork, openLibrary, type Library } from '../storage/support';

let library: Library;
let isIndexing: boolean;
let cache: TableCache;

beforeEach(() => {
  library = openLibrary();
  isIndexing = false;
  cache = new TableCache(library.catalogue, {
    modelId: () => Promise.resolve(null),
    isIndexing: () => isIndexing,
  });
});

afterEach(() => library.close());

const add = (name: string): number => addWork(library, name);

describe('the measured works in memory', () => {
  it('are the same table until works change', async () => {
    add('a.png');
    const table = await cache.get();
    expect(await cache.get()).toBe(table);
    add('b.png');
    expect((await cache.get()).ids).toHaveLength(2);
  });

  it('are read once for all who ask meanwhile', async () => {
    add('a.png');
    const [one, other] = await Promise.all([cache.get(), cache.get()]);
    expect(one).toBe(other);
  });

  it('may lag behind while works are taken in, and never afterwards', async () => {
    add('a.png');
    const table = await cache.get();
    isIndexing = true;
    add('b.png');
    expect(await cache.get()).toBe(table);
    isIndexing = false;
    expect((await cache.get()).ids).toHaveLength(2);
  });

  it('know the very works that are asked about, also while others are taken in', async () => {
    const first = add('a.png');
    const table = await cache.get();
    isIndexing = true;
    const second = add('b.png');
    expect(await cache.get([first])).toBe(table);
    expect((await cache.get([second])).rowOf.has(second)).toBe(true);
    // An unknown work costs one reading, not one after the other for as long as works come in.
    expect((await cache.get([999])).ids).toHaveLength(2);
  });

  it('are never served from a reading that began before the last change', async () => {
    add('a.png');
    const early = cache.get();
    add('b.png');
    expect((await cache.get()).ids).toHaveLength(2);
    await early;
  });

  it('wait for the first works of an empty library also while they are taken in', async () => {
    await cache.get();
    isIndexing = true;
    add('a.png');
    expect((await cache.get()).ids).toHaveLength(1);
  });
});
