import type { ErrorReport } from './errors';

/** Messages from the shell to the engine process. */
export type ToEngine =
  | { kind: 'request'; seq: number; name: string; input: unknown }
  | { kind: 'ping'; seq: number }
  | { kind: 'shutdown' };

/** Messages from the engine process to the shell. */
export type FromEngine =
  | { kind: 'ready' }
  | { kind: 'pong'; seq: number }
  | { kind: 'result'; seq: number; value: unknown }
  | { kind: 'error'; seq: number; error: ErrorReport }
  | { kind: 'event'; name: string; payload: unknown };

/** How the engine process is told where things are: one JSON argument on its command line. */
export interface EngineArguments {
  /** Catalogue, studio documents and thumbnails live below it. */
  dataFolder: string;
  /** The catalogue's file where it is not `catalogue.db` in the data folder. */
  cataloguePath?: string;
  modelsFolder: string;
  /** The built script of the thread that lays out the style map. */
  mapWorker: string;
  /** The built script of the thread that thinks about the whole library. */
  insightWorker: string;
  /** The built script of the thread that fetches a model pack; where it is not given, nothing can be fetched. */
  downloadWorker?: string;
  version: string;
}
