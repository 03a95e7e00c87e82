import type { FromEngine, ToEngine } from '../../contract';

/** A running engine process, whichever way it was spawned. */
export interface EngineChild {
  readonly pid: number | undefined;
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

/** Starts one engine process. */
export type EngineSpawner = () => EngineChild;
