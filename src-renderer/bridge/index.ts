import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EngineClient,
  EventName,
  EventPayload,
  OeuvreBridge,
  ShellCommandName,
  ShellInput,
  ShellOutput,
} from '../../src-main/contract';
import { unwrap } from './bridge-error';

export { asBridgeError, BridgeError } from './bridge-error';

declare global {
  interface Window {
    readonly oeuvre: OeuvreBridge;
  }
}

/** The engine, as every view's state talks to it. */
export const engine: EngineClient = {
  async request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    return unwrap(await window.oeuvre.request(name, input));
  },
};

/** Asks the shell for a dialog or something of the operating system. @throws BridgeError */
export async function shell<N extends ShellCommandName>(
  name: N,
  input: ShellInput<N>,
): Promise<ShellOutput<N>> {
  return unwrap(await window.oeuvre.shell(name, input));
}

/** Listens to an event. @returns the function that stops listening */
export function on<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.oeuvre.on(name, listener);
}

/** Paths of what was dropped on the window. */
export function pathsOf(files: readonly File[]): string[] {
  return window.oeuvre.pathsOf(files);
}
