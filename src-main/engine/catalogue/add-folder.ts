import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { EngineError, type Folder } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { isWithin } from './discover';

/**
 * Adds a folder to the library; nothing is read of it yet.
 *
 * @throws EngineError 'folder/not-found', 'folder/not-a-folder', 'folder/no-permission', or
 * 'folder/already-added' when it or a folder around it is there already (`detail.path` names that)
 */
export async function addFolder(catalogue: Catalogue, folderPath: string): Promise<Folder> {
  const real = await checkedPath(folderPath);
  const around = catalogue.folders.paths().find(({ path: known }) => isWithin(real, known));
  if (around) {
    throw new EngineError('folder/already-added', `${real} is already part of ${around.path}`, {
      path: around.path,
      folderId: around.id,
    });
  }
  return catalogue.folders.get(catalogue.folders.add(real));
}

async function checkedPath(folderPath: string): Promise<string> {
  const real = await realpath(path.resolve(folderPath)).catch((error: unknown) => {
    throw folderError(folderPath, error);
  });
  if (!(await stat(real)).isDirectory()) {
    throw new EngineError('folder/not-a-folder', `${real} is not a folder`, { path: real });
  }
  await access(real, constants.R_OK | constants.X_OK).catch((error: unknown) => {
    throw folderError(real, error);
  });
  return real;
}

function folderError(folderPath: string, error: unknown): EngineError {
  const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  return denied
    ? new EngineError('folder/no-permission', `${folderPath} may not be read`, { path: folderPath })
    : new EngineError('folder/not-found', `${folderPath} does not exist`, { path: folderPath });
}
