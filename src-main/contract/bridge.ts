import type { CommandInput, CommandName, CommandOutput } from './commands';
import type { ErrorReport } from './errors';
import type { EventName, EventPayload } from './events';
import type { ShellCommandName, ShellInput, ShellOutput } from './shell-commands';

/** A settled request: errors travel as data, so that their code survives the context bridge. */
export type Settled<T> = { ok: true; value: T } | { ok: false; error: ErrorReport };

/** What preload exposes as `window.oeuvre`; the renderer's `bridge/` is the only part that touches it. */
export interface OeuvreBridge {
  request<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Settled<CommandOutput<N>>>;
  shell<N extends ShellCommandName>(
    name: N,
    input: ShellInput<N>,
  ): Promise<Settled<ShellOutput<N>>>;
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** Paths of files and folders that were dropped on the window; the sandbox shows them only here. Each is a DOM `File`. */
  pathsOf(files: readonly object[]): string[];
}

/** Names of the IPC channels, used by the shell's registrar and by preload alone. */
export const CHANNELS = {
  request: 'oeuvre:request',
  shell: 'oeuvre:shell',
  event: 'oeuvre:event',
} as const;
