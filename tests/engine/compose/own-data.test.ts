import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { picture } from '../catalogue/support';
import { openEngine } from './studio';

it('takes none of its own thumbnails for works when the folder holds them', async () => {
  const home = await mkdtemp(join(tmpdir(), 'oeuvre-home-'));
  await writeFile(join(home, 'one.png'), await picture(1));
  await writeFile(join(home, 'two.png'), await picture(2));
  const { engine, close } = await openEngine(home);
  const { folder } = await engine.request('folders.add', { path: home });
  await engine.idle();
  await engine.request('folders.rescan', { folderId: folder.id });
  await engine.idle();
  expect((await engine.request('gallery.facets', undefined)).total).toBe(2);
  await close();
  await rm(home, { recursive: true });
});
