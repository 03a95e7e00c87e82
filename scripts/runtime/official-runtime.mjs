// @ts-check
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publishFolder } from './publish-folder.mjs';
import { unzip } from './unzip.mjs';

const FIRST_BYTE_LIMIT_MS = 8_000;
const STALL_LIMIT_MS = 20_000;

/**
 * Path of the executable within an unpacked Electron, by platform.
 *
 * @param {NodeJS.Platform} [platform]
 * @returns {string}
 */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The runtime that the `electron` package already holds, or undefined.
 *
 * @param {string} electronPackage folder of the installed `electron` package
 * @returns {Promise<{ executable: string, version: string } | undefined>}
 */
export async function installedRuntime(electronPackage) {
  return runtimeIn(join(electronPackage, 'dist'));
}

/**
 * The runtime in an unpacked Electron folder, or undefined where there is none.
 *
 * @param {string} folder
 * @returns {Promise<{ executable: string, version: string } | undefined>}
 */
export async function runtimeIn(folder) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) return undefined;
  const note = join(folder, 'version');
  const version = existsSync(note) ? (await readFile(note, 'utf8')).trim().replace(/^v/, '') : '?';
  return { executable, version };
}

/**
 * Downloads the official release into the `electron` package, as its own installer does, but
 * whole or not at all and giving up when nothing arrives: a firewall that drops packets would
 * otherwise hang the start. The archive is checked against the SHA-256 that the package ships.
 *
 * @param {string} electronPackage folder of the installed `electron` package
 * @param {{ firstByteMs?: number, stallMs?: number }} [limits]
 * @returns {Promise<{ executable: string, version: string }>}
 * @throws {Error} when the release cannot be reached or does not match
 */
export async function downloadOfficialRuntime(electronPackage, limits = {}) {
  const archive = await downloadArchive(electronPackage, limits);
  const dist = join(electronPackage, 'dist');
  if (!(await runtimeIn(dist))) await rm(dist, { recursive: true, force: true });
  await publishFolder(dist, async (folder) => {
    await unzip(archive, folder);
  });
  await writeFile(join(electronPackage, 'path.txt'), executableName());
  const runtime = await runtimeIn(dist);
  if (!runtime) throw new Error(`Expected ${executableName()} in the release but found none`);
  return runtime;
}

/**
 * @param {string} electronPackage
 * @param {{ firstByteMs?: number, stallMs?: number }} limits
 * @returns {Promise<string>} path of the zip in Electron's own download cache
 */
async function downloadArchive(electronPackage, limits) {
  const { firstByteMs = FIRST_BYTE_LIMIT_MS, stallMs = STALL_LIMIT_MS } = limits;
  const require = createRequire(join(electronPackage, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const watch = stallWatch(firstByteMs, stallMs);
  try {
    return await downloadArtifact({
      version: require('./package.json').version,
      artifactName: 'electron',
      checksums: require('./checksums.json'),
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env['electron_config_cache'],
      downloadOptions: {
        quiet: true,
        signal: watch.signal,
        getProgressCallback: watch.alive,
      },
    });
  } finally {
    watch.stop();
  }
}

/**
 * A signal that aborts when nothing was heard for too long.
 *
 * @param {number} firstMs limit until the first sign of life
 * @param {number} nextMs limit between two later ones
 */
function stallWatch(firstMs, nextMs) {
  const controller = new AbortController();
  const give = (/** @type {number} */ ms) =>
    setTimeout(() => controller.abort(new Error(`nothing arrived for ${ms / 1000} s`)), ms);
  let timer = give(firstMs);
  return {
    signal: controller.signal,
    alive: async () => {
      clearTimeout(timer);
      timer = give(nextMs);
    },
    stop: () => clearTimeout(timer),
  };
}
