import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../../../contract/errors';
import { vectorIdOf } from '../vector-id';
import { loadModelFolder } from '../load-model-folder';
import { tryModel } from '../trial-run';

/** Begins with a dot, so that no listing takes what is unfinished for a model. */
const STAGING = '.incoming-';

/**
 * Installs a pack so that at any moment it is there in whole or not at all: it is gathered in a folder beside the others,
 * checked down to a trial run, and renamed last.
 *
 * @param installed folder of the installed packs
 * @param gather puts the files of the pack into an empty folder
 * @param onCheck called before the checks, which take a while for a large model
 * @returns the key of the new model
 * @throws EngineError 'model/*' and what `gather` throws; nothing is left behind
 */
export async function installPack(
  installed: string,
  gather: (folder: string) => Promise<void>,
  onCheck: () => void,
): Promise<string> {
  const staging = path.join(installed, STAGING + randomUUID());
  await mkdir(staging, { recursive: true });
  try {
    await gather(staging);
    onCheck();
    const model = await loadModelFolder(staging);
    await tryModel(model);
    const key = vectorIdOf(model.manifest);
    await syncAll(staging);
    await publish(staging, path.join(installed, key));
    return key;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Removes what an installation that was killed has left. */
export async function clearStaging(installed: string): Promise<void> {
  for (const name of await readdir(installed).catch(() => []))
    if (name.startsWith(STAGING))
      await rm(path.join(installed, name), { recursive: true, force: true });
}

async function publish(staging: string, target: string): Promise<void> {
  try {
    await rename(staging, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code ?? '')) throw error;
    throw new EngineError('model/already-added', `${path.basename(target)} is installed already`);
  }
}

/** After a power cut a file that was renamed must not turn out to be empty. */
async function syncAll(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const handle = await open(path.join(folder, name), 'r+');
    await handle.sync().finally(() => handle.close());
  }
}
