import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCatalogue, type Catalogue } from '../../../src-main/engine/storage/catalogue';
import { bundleChild } from './child/bundle-child';
import { runChild, type ChildRun } from './child/run-child';
import { picture } from './support';

let child: string;
let root: string;
let data: string;
let works: string;

beforeAll(async () => {
  child = await bundleChild('index-child');
});
afterAll(() => rm(path.dirname(child), { recursive: true, force: true }));

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'oeuvre-killed-'));
  data = path.join(root, 'data');
  works = path.join(root, 'works');
  await mkdir(works);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const run = (killAt?: number): Promise<ChildRun> =>
  runChild({ child, data, works, ...(killAt !== undefined && { killAt }) });

/** Looks into the catalogue while no process has it open. */
function look<T>(see: (catalogue: Catalogue) => T): T {
  const catalogue = openCatalogue(path.join(data, 'catalogue.db'));
  try {
    return see(catalogue);
  } finally {
    catalogue.close();
  }
}

const namesIn = (catalogue: Catalogue): string[] =>
  catalogue.database
    .all<{ name: string }>('SELECT name FROM files ORDER BY name')
    .map(({ name }) => name);

describe('a killed index', () => {
  it('goes on where it was: nothing lost, nothing done twice, no torn thumbnail', async () => {
    const count = 120;
    for (let i = 0; i < count; i++) await writeFile(path.join(works, `${i}.png`), await picture(i));

    const saved = new Set<string>();
    for (const killAt of [10, 45, 80]) {
      const killed = await run(killAt);
      expect(killed.signal).toBe('SIGKILL');
      // What an earlier process had saved was not decoded again.
      expect(killed.decoded.filter((name) => saved.has(name))).toEqual([]);
      for (const name of look(namesIn)) saved.add(name);
      expect(saved.size).toBeGreaterThanOrEqual(killAt);
      expect(saved.size).toBeLessThan(count);
    }
    const last = await run();
    expect(last.code).toBe(0);
    expect(last.decoded.filter((name) => saved.has(name))).toEqual([]);

    look((catalogue) => {
      expect(catalogue.artworks.countVisible()).toBe(count);
      expect(namesIn(catalogue)).toHaveLength(count);
      expect(catalogue.failures.list()).toEqual([]);
      expect(catalogue.pending.count(1)).toBe(0);
      const kept = catalogue.database.get<{ analyses: number; vectors: number; search: number }>(
        `SELECT (SELECT count(*) FROM analyses) AS analyses, (SELECT count(*) FROM vectors) AS vectors,
           (SELECT count(*) FROM search) AS search`,
      );
      expect(kept).toMatchObject({ analyses: count, vectors: count * 2, search: count });
      expect(catalogue.database.pragma('integrity_check')).toBe('ok');
    });
    for (const entry of await readdir(path.join(data, 'thumbnails'), { recursive: true })) {
      if (!entry.endsWith('.jpg')) continue;
      await expect(sharp(path.join(data, 'thumbnails', entry)).stats()).resolves.toBeDefined();
    }
  });

  it('sets aside a file that takes the process with it, and nothing else', async () => {
    for (let i = 0; i < 30; i++) await writeFile(path.join(works, `${i}.png`), await picture(i));
    await writeFile(path.join(works, '15-killer.png'), await picture(1000));

    // Once among others, then twice alone.
    for (let death = 0; death < 3; death++) expect((await run()).signal).toBe('SIGKILL');
    const last = await run();
    expect(last.code).toBe(0);
    expect(last.decoded).not.toContain('15-killer.png');
    look((catalogue) => {
      expect(catalogue.failures.list()).toMatchObject([
        { path: path.join(works, '15-killer.png'), code: 'file/crashed-engine' },
      ]);
      expect(catalogue.artworks.countVisible()).toBe(30);
    });
  });
});
