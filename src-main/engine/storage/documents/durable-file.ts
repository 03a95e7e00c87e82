import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { toDiskError } from '../storage-error';

/**
 * Replaces a file so that at any moment, even after a power cut, either the old or the new text is there
 * in whole. The old one is kept under `keepAs`.
 *
 * @throws EngineError 'catalogue/disk-full'
 */
export async function replaceDurably(file: string, text: string, keepAs: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeAndSync(temporary, text).catch((error: unknown) => {
    throw toDiskError(file, error);
  });
  await rename(file, keepAs).catch(ignoreMissing);
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
}

async function writeAndSync(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the renaming itself durable; Windows cannot open folders and does this on its own. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
