// @ts-check
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const repositoryRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * The folder for what the scripts fetch, outside the repository so that several clones share it.
 *
 * A relative `XDG_CACHE_HOME` is ignored, as the XDG Base Directory Specification asks.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} absolute path; it may not exist yet
 */
export function cacheFolder(env = process.env) {
  const given = env['XDG_CACHE_HOME'];
  const base = given && isAbsolute(given) ? given : join(homedir(), '.cache');
  return join(base, 'oeuvre');
}
