import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishFolder } from '../../../scripts/runtime/publish-folder.mjs';
import { temporaryFolder } from './support/temporary-folder';

it('shows nothing at the target until everything is written', async () => {
  const parent = await temporaryFolder();
  await publishFolder(join(parent, 'runtime'), async (folder) => {
    await writeFile(join(folder, 'first'), '');
    expect(await readdir(parent)).not.toContain('runtime');
    await writeFile(join(folder, 'last'), '');
  });
  expect(await readdir(join(parent, 'runtime'))).toEqual(['first', 'last']);
});

it('leaves nothing behind when the work fails', async () => {
  const parent = await temporaryFolder();
  const failing = publishFolder(join(parent, 'runtime'), () =>
    Promise.reject(new Error('no disk')),
  );
  await expect(failing).rejects.toThrow('no disk');
  expect(await readdir(parent)).toEqual([]);
});

it('lets two processes do it at once: one result, whole', async () => {
  const parent = await temporaryFolder();
  const target = join(parent, 'runtime');
  const write = (who: string) => (folder: string) => writeFile(join(folder, 'who'), who);
  await Promise.all([publishFolder(target, write('a')), publishFolder(target, write('b'))]);
  expect(await readdir(parent)).toEqual(['runtime']);
  expect(['a', 'b']).toContain(await readFile(join(target, 'who'), 'utf8'));
});

it('clears away what a killed run left, but not one still at work', async () => {
  const parent = await temporaryFolder();
  const abandoned = join(parent, '.runtime.partial-old');
  await mkdir(abandoned);
  await utimes(abandoned, 0, 0);
  await mkdir(join(parent, '.runtime.partial-new'));
  await publishFolder(join(parent, 'runtime'), async () => {});
  expect((await readdir(parent)).sort()).toEqual(['.runtime.partial-new', 'runtime']);
});
