import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildIsDue } from '../../../scripts/runtime/built.mjs';
import { temporaryFolder } from './support/temporary-folder';

const LONG_AGO = 1_000;
const LATER = 2_000;
const LATEST = 3_000;

async function place(root: string, name: string, time: number): Promise<void> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  await utimes(path, time, time);
}

/** A checkout whose sources are older than what was built of them. */
async function builtCheckout(): Promise<string> {
  const root = await temporaryFolder();
  await place(root, 'src-main/shell/index.ts', LONG_AGO);
  await utimes(join(root, 'src-main/shell'), LONG_AGO, LONG_AGO);
  await utimes(join(root, 'src-main'), LONG_AGO, LONG_AGO);
  for (const name of ['main/index', 'main/engine', 'main/cli', 'preload/index']) {
    await place(root, `out/${name}.cjs`, LATER);
  }
  await place(root, 'out/renderer/index.html', LATER);
  return root;
}

it('leaves a build alone that is newer than its sources', async () => {
  expect(buildIsDue(await builtCheckout())).toBe(false);
});

it('builds where an output is missing', async () => {
  const root = await builtCheckout();
  await rm(join(root, 'out/main/engine.cjs'));
  expect(buildIsDue(root)).toBe(true);
});

it('builds again after a change deep in the sources', async () => {
  const root = await builtCheckout();
  await utimes(join(root, 'src-main/shell/index.ts'), LATEST, LATEST);
  expect(buildIsDue(root)).toBe(true);
});

it('builds again after a source was removed, which only its folder shows', async () => {
  const root = await builtCheckout();
  await rm(join(root, 'src-main/shell/index.ts'));
  await utimes(join(root, 'src-main/shell'), LATEST, LATEST);
  expect(buildIsDue(root)).toBe(true);
});

it('pays no heed to the messages that the build itself compiles', async () => {
  const root = await builtCheckout();
  await place(root, 'src-renderer/i18n/messages/en.js', LATEST);
  await utimes(join(root, 'src-renderer/i18n'), LONG_AGO, LONG_AGO);
  await utimes(join(root, 'src-renderer'), LONG_AGO, LONG_AGO);
  expect(buildIsDue(root)).toBe(false);
});
