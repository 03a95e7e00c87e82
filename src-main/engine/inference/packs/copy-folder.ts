import { constants } from 'node:fs';
import { copyFile, lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../../../contract/errors';
import { MANIFEST_FILE, readManifest } from '../load-model-folder';
import { packFiles } from './pack-files';
import { MAX_MANIFEST_BYTES, MAX_PACK_BYTES } from './pack-limits';

/**
 * Copies the files of a model folder: those that its manifest names and nothing else. Links are not followed.
 *
 * @param target an empty folder
 * @throws EngineError 'model/not-found', 'model/manifest-invalid', 'model/archive-unsafe', 'model/too-large'
 */
export async function copyFolder(source: string, target: string): Promise<void> {
  await checkFile(path.join(source, MANIFEST_FILE), MAX_MANIFEST_BYTES);
  const { needed, welcome } = packFiles(await readManifest(source));
  const notes: string[] = [];
  for (const name of welcome)
    if ((await lstat(path.join(source, name)).catch(() => null))?.isFile()) notes.push(name);
  for (const name of [MANIFEST_FILE, ...needed, ...notes]) {
    await checkFile(path.join(source, name), MAX_PACK_BYTES);
    await copyFile(path.join(source, name), path.join(target, name), constants.COPYFILE_EXCL).catch(
      (error: unknown) => {
        const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
        throw isFull ? new EngineError('catalogue/disk-full', 'The disk is full') : error;
      },
    );
  }
}

async function checkFile(file: string, limit: number): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (!found) throw new EngineError('model/not-found', `There is no ${file}`, { path: file });
  if (!found.isFile())
    throw new EngineError('model/archive-unsafe', `${file} is a link or no file`, { path: file });
  if (found.size > limit)
    throw new EngineError('model/too-large', `${file} has ${found.size} bytes`, { path: file });
}

/** Whether a path leads to a folder. @throws EngineError 'model/not-found' */
export async function isFolder(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new EngineError('model/not-found', `There is no ${place}`, { path: place });
  return found.isDirectory();
}
