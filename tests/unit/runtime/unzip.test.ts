import { readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unzip } from '../../../scripts/runtime/unzip.mjs';
import { storedZip } from './support/stored-zip';
import type { ZipMember } from './support/stored-zip';
import { temporaryFolder } from './support/temporary-folder';

const RELEASE: ZipMember[] = [
  { name: 'Electron.app/run', content: 'binary', mode: 0o100755 },
  { name: 'Electron.app/Current', content: 'run', mode: 0o120777 },
  { name: 'resources/app.asar', content: 'somebody else', mode: 0o100644 },
];

async function archiveIn(folder: string, members: ZipMember[]): Promise<string> {
  const archive = join(folder, 'release.zip');
  await writeFile(archive, storedZip(members));
  return archive;
}

it('keeps permissions and symbolic links', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'out');
  expect(await unzip(await archiveIn(folder, RELEASE), out)).toBe(3);
  expect(await readFile(join(out, 'Electron.app/run'), 'utf8')).toBe('binary');
  expect((await stat(join(out, 'Electron.app/run'))).mode & 0o111).not.toBe(0);
  expect(await readlink(join(out, 'Electron.app/Current'))).toBe('run');
});

it('leaves out and renames what the caller says', async () => {
  const folder = await temporaryFolder();
  const archive = await archiveIn(folder, RELEASE);
  const written = await unzip(archive, join(folder, 'out'), (name) =>
    name === 'Electron.app/run' ? 'electron' : undefined,
  );
  expect(written).toBe(1);
  expect(await readFile(join(folder, 'out/electron'), 'utf8')).toBe('binary');
});

it('refuses an entry that would land outside the folder', async () => {
  const folder = await temporaryFolder();
  const archive = await archiveIn(folder, [{ name: '../out.txt', content: 'x', mode: 0o100644 }]);
  await expect(unzip(archive, join(folder, 'out'))).rejects.toThrow(/invalid relative path/);
});
