import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the engine keeps its data during one command. */
export interface Workspace {
  dataFolder: string;
  cataloguePath: string;
  /** Removes what should not stay. */
  leave(): Promise<void>;
}

/**
 * A folder of its own that is gone afterwards; or beside the catalogue that the user wants to keep: its thumbnails
 * lie in a folder with the catalogue's name and `.files` behind it.
 */
export async function enterWorkspace(
  command: string,
  catalogue: string | undefined,
): Promise<Workspace> {
  if (catalogue !== undefined) {
    const cataloguePath = resolve(catalogue);
    const dataFolder = `${cataloguePath}.files`;
    return { dataFolder, cataloguePath, leave: () => Promise.resolve() };
  }
  const dataFolder = await mkdtemp(join(tmpdir(), `oeuvre-${command}-`));
  return {
    dataFolder,
    cataloguePath: join(dataFolder, 'catalogue.db'),
    leave: () => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
