import { randomUUID } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from './usage-error';

/**
 * Makes sure beforehand that a file can be written, so that nobody waits for an analysis in vain.
 *
 * @throws UsageError
 */
export async function checkTarget(option: string, file: string | undefined): Promise<void> {
  if (file === undefined || file === '-') return;
  const folder = dirname(resolve(file));
  await access(folder, constants.W_OK).catch(() => {
    throw new UsageError(`${option}: ${folder} is not there or may not be written to`);
  });
  const existing = await stat(file).catch(() => null);
  if (existing?.isDirectory()) throw new UsageError(`${option}: ${file} is a folder`);
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
