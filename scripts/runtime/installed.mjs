// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { repositoryRoot } from './places.mjs';

const OLDEST_NODE = [20, 19];

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages keyed by path, '' is the root
 */

/**
 * Whether what npm noted when it installed is what the lock file asks for. Optional packages may
 * be absent: most of them belong to other systems.
 *
 * @param {LockedPackages} locked `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function installationMatches(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path.startsWith('node_modules/'));
  const complete = wanted.every(([path, { version, optional }]) => {
    const present = installed[path];
    return present ? present.version === version : optional === true;
  });
  return complete && Object.keys(installed).every((path) => path in locked);
}

/**
 * Runs `npm ci` where the dependencies are missing or are not those of the lock file. Uses only
 * what Node itself has, since nothing else may be there yet.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 * @throws {Error} when Node is too old or npm fails
 */
export async function ensureInstalled(say) {
  refuseOldNode(process.versions.node);
  if (isInstalled(repositoryRoot)) return;
  say('Installing the dependencies (npm ci).');
  const code = await runNpm(['ci', '--no-audit', '--no-fund'], repositoryRoot);
  if (code !== 0) throw new Error(`npm ci ended with ${code}.`);
}

/**
 * @param {string} version such as `20.19.0`
 * @throws {Error} when it is older than what the dependencies take
 */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`Oeuvre needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}.`);
}

/** @param {string} root */
function isInstalled(root) {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const noted = JSON.parse(readFileSync(note, 'utf8'));
  return installationMatches(lock.packages, noted.packages);
}
