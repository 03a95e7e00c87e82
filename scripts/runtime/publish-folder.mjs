// @ts-check
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Makes a folder whole or not at all: `fill` works in a folder beside the target, which is then
 * renamed. Of two processes doing this at once the first wins and the second takes its result.
 *
 * @param {string} target absolute path of the folder to be made
 * @param {(folder: string) => Promise<void>} fill writes the contents; when it throws nothing stays
 * @returns {Promise<void>}
 */
export async function publishFolder(target, fill) {
  const parent = dirname(target);
  const prefix = `.${basename(target)}.partial-`;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, prefix);
  const partial = await mkdtemp(join(parent, prefix));
  try {
    await fill(partial);
    await chmod(partial, 0o755);
    await renameUnlessThere(partial, target);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * @param {string} partial
 * @param {string} target
 */
async function renameUnlessThere(partial, target) {
  try {
    await rename(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

/**
 * Removes what a killed run left behind. An hour is far longer than any fetch may take, so a
 * run that is still at work is never disturbed.
 *
 * @param {string} parent
 * @param {string} prefix
 */
async function removeAbandoned(parent, prefix) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
