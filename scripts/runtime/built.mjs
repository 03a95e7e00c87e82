// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { repositoryRoot } from './places.mjs';

const OUTPUTS = [
  'out/main/index.cjs',
  'out/main/engine.cjs',
  'out/main/cli.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const SOURCES = [
  'src-main',
  'src-renderer',
  'resources/messages',
  'project.inlang',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
// The build itself writes these, from resources/messages.
const GENERATED = new Set(['src-renderer/i18n/messages', 'src-main/engine/wording/messages']);

/**
 * Builds the application where something is missing or older than its sources.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 * @throws {Error} when the build fails
 */
export async function ensureBuilt(say) {
  if (!buildIsDue(repositoryRoot)) return;
  say('Building the application (npm run build).');
  const code = await runNpm(['run', '--silent', 'build'], repositoryRoot);
  if (code !== 0) throw new Error(`npm run build ended with ${code}.`);
}

/**
 * Whether an output is missing or some source was changed, added or removed after the oldest one.
 *
 * @param {string} root the repository
 * @returns {boolean}
 */
export function buildIsDue(root) {
  const outputs = OUTPUTS.map((name) => join(root, name));
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((name) => newestChange(root, name) > oldest);
}

/**
 * The latest modification in a file or folder; a folder's own time tells of removed files.
 *
 * @param {string} root
 * @param {string} name path below root, with forward slashes
 * @returns {number} milliseconds since the epoch; 0 where there is nothing
 */
function newestChange(root, name) {
  const path = join(root, name);
  if (GENERATED.has(name) || !existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const children = readdirSync(path).map((child) => newestChange(root, `${name}/${child}`));
  return Math.max(status.mtimeMs, ...children);
}
