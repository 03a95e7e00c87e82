import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The plain Node that runs the engine on Linux: the one carried in the package, else the one that npm runs
 * on, else the first on the PATH.
 *
 * @throws Error when there is none
 */
export function findNode(resourcesPath: string, environment: NodeJS.ProcessEnv): string {
  const onPath = (environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const candidates = [
    join(resourcesPath, 'node', 'bin', 'node'),
    environment['npm_node_execpath'] ?? '',
    ...onPath,
  ];
  const found = candidates.find((path) => path !== '' && isExecutable(path));
  if (found === undefined) {
    throw new Error('Expected a Node executable in the package or on the PATH but found none');
  }
  return found;
}
