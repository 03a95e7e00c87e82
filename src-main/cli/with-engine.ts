import { composeEngine, type Engine } from '../engine/compose';
import { enterWorkspace } from './workspace';

/** What belongs to the installation and not to the command. */
export interface Installation {
  modelsFolder: string;
  mapWorker: string;
  insightWorker: string;
  version: string;
}

export interface EngineUse {
  /** What the folder of its data is called after while it runs. */
  command: 'analyze' | 'evaluate';
  /** The catalogue to keep; without it nothing is left behind. */
  catalogue: string | undefined;
  installation: Installation;
  /** Aborts when the user wants to stop; nothing is then left behind either. */
  interrupted: AbortSignal;
}

export class Interrupted extends Error {}

/**
 * Does a command's work with an engine, and tidies up after it.
 *
 * @throws Interrupted, EngineError, and what the work throws
 */
export async function withEngine(
  { command, catalogue, installation, interrupted }: EngineUse,
  work: (engine: Engine) => Promise<void>,
): Promise<void> {
  const workspace = await enterWorkspace(command, catalogue);
  try {
    const { dataFolder, cataloguePath } = workspace;
    const engine = await composeEngine({ ...installation, dataFolder, cataloguePath });
    try {
      await Promise.race([work(engine), whenAborted(interrupted)]);
    } finally {
      await engine.close();
    }
  } finally {
    await workspace.leave();
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Interrupted());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
