import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import {
  downloadOfficialRuntime,
  executableName,
} from '../../../scripts/runtime/official-runtime.mjs';
import { repositoryRoot } from '../../../scripts/runtime/places.mjs';
import { storedZip } from './support/stored-zip';
import { temporaryFolder } from './support/temporary-folder';

const VERSION = '45.0.0';
const RELEASE = storedZip([
  { name: executableName(), content: 'binary', mode: 0o100755 },
  { name: 'version', content: VERSION, mode: 0o100644 },
]);

/** An `electron` package as npm leaves it, knowing the SHA-256 of one release archive. */
async function electronPackage(archive: Buffer): Promise<string> {
  const base = await temporaryFolder();
  const folder = join(base, 'electron');
  const file = `electron-v${VERSION}-${process.platform}-${process.arch}.zip`;
  const sha256 = createHash('sha256').update(archive).digest('hex');
  await mkdir(folder);
  await symlink(join(repositoryRoot, 'node_modules'), join(base, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version: VERSION }));
  await writeFile(join(folder, 'checksums.json'), JSON.stringify({ [file]: sha256 }));
  vi.stubEnv('electron_config_cache', join(base, 'downloads'));
  return folder;
}

/** A mirror on this machine in the place of the official one. */
async function mirror(answer: RequestListener): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((settle) => server.once('listening', settle));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    vi.unstubAllEnvs();
  });
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
}

it('unpacks a verified release where the electron package expects it', async () => {
  const folder = await electronPackage(RELEASE);
  await mirror((_request, response) => response.end(RELEASE));
  const runtime = await downloadOfficialRuntime(folder);
  expect(runtime).toEqual({ executable: join(folder, 'dist', executableName()), version: VERSION });
  expect(await readFile(join(folder, 'path.txt'), 'utf8')).toBe(executableName());
});

it('keeps nothing of a release that does not match its SHA-256', async () => {
  const folder = await electronPackage(RELEASE);
  await mirror((_request, response) => response.end(Buffer.concat([RELEASE, Buffer.from('x')])));
  await expect(downloadOfficialRuntime(folder)).rejects.toThrow(/checksum/i);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

it('gives up where a firewall swallows the request', async () => {
  const folder = await electronPackage(RELEASE);
  await mirror(() => undefined);
  const limits = { firstByteMs: 50, stallMs: 50 };
  await expect(downloadOfficialRuntime(folder, limits)).rejects.toThrow(/nothing arrived/);
});

it('gives up where a download stops half way', async () => {
  const folder = await electronPackage(RELEASE);
  await mirror((_request, response) => {
    response.writeHead(200, { 'content-length': RELEASE.length });
    response.write(RELEASE.subarray(0, 20));
  });
  const limits = { firstByteMs: 5_000, stallMs: 50 };
  await expect(downloadOfficialRuntime(folder, limits)).rejects.toThrow(/nothing arrived/);
});
