import { setImmediate } from 'node:timers/promises';
import type { FolderId } from '../../contract';
import type { Catalogue } from '../storage/catalogue';

/** Files forgotten between two turns of everything else. */
const STRETCH = 500;

/**
 * Forgets a folder and where its files are. The works stay, invisible, with all that was said of them, and
 * are there again when their files are.
 */
export async function removeFolder(catalogue: Catalogue, id: FolderId): Promise<void> {
  catalogue.folders.get(id);
  catalogue.pending.clear(id);
  for (;;) {
    const forgotten = catalogue.database.transaction(() => {
      catalogue.meta.touch();
      return catalogue.files.forgetSome(id, STRETCH);
    });
    if (forgotten < STRETCH) break;
    await setImmediate();
  }
  catalogue.folders.remove(id);
}
