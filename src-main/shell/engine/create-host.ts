import { join } from 'node:path';
import type { EngineArguments } from '../../contract';
import type { EngineSpawner } from './engine-child';
import { EngineHost, type EngineHostOptions } from './engine-host';
import { findNode } from './find-node';
import { forkSpawner } from './fork-spawner';
import { utilitySpawner } from './utility-spawner';

/** Plain Node can't read inside an archive: the package keeps what the engine runs unpacked beside it. */
export function unpacked(path: string): string {
  return path.replace('app.asar', 'app.asar.unpacked');
}

function spawnerFor(engineArguments: EngineArguments): EngineSpawner {
  const entry = unpacked(join(__dirname, 'engine.cjs'));
  if (process.platform !== 'linux') return utilitySpawner(entry, engineArguments);
  const nodePath = findNode(process.resourcesPath, process.env);
  return forkSpawner({ nodePath, entry, arguments: engineArguments });
}

/** The engine host with the spawner that suits this platform. */
export function createEngineHost(
  engineArguments: EngineArguments,
  listeners: Pick<EngineHostOptions, 'onEvent' | 'onState'>,
): EngineHost {
  return new EngineHost({ spawn: spawnerFor(engineArguments), ...listeners });
}
