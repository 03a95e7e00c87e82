import { relative, sep } from 'node:path';

/** A path within the folder as the output names it: from the folder, with `/` on every system. */
export function relativeFile(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
