import { mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from './usage-error';
import type { Installation } from './with-engine';

/**
 * Does work with an installation that knows no model but the one in a folder.
 *
 * @param folder undefined for the models of the installation itself
 * @throws UsageError when no model is there, and what the work throws
 */
export async function withModel(
  folder: string | undefined,
  installation: Installation,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  if (folder === undefined) return work(installation);
  const manifest = await stat(join(folder, 'manifest.json')).catch(() => null);
  if (!manifest?.isFile()) throw new UsageError(`--model: ${folder} holds no manifest.json`);
  const modelsFolder = await mkdtemp(join(tmpdir(), 'oeuvre-model-'));
  try {
    // Windows lets everybody make a junction, but not a link.
    await symlink(resolve(folder), join(modelsFolder, 'model'), 'junction');
    await work({ ...installation, modelsFolder });
  } finally {
    await rm(modelsFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
