import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  CHANNELS,
  COMMANDS,
  EngineError,
  isCommandName,
  isShellCommandName,
  SHELL_COMMANDS,
  SHELL_ONLY,
  toErrorReport,
  type EngineClient,
  type Settled,
  type ShellCommandName,
} from '../contract';
import { APP_ORIGIN } from './addresses';
import type { ShellHandlers } from './shell-handlers';

interface Registrar {
  engine: EngineClient;
  shell: ShellHandlers;
  /** The one window whose main frame may ask. */
  isOwnContents: (contents: WebContents) => boolean;
}

function checkSender(event: IpcMainInvokeEvent, isOwnContents: Registrar['isOwnContents']): void {
  const frame = event.senderFrame;
  const isMainFrame = frame !== null && frame === event.sender.mainFrame;
  if (isMainFrame && frame.url.startsWith(APP_ORIGIN) && isOwnContents(event.sender)) return;
  throw new EngineError('request/forbidden-sender', 'Only the main frame of our window may ask');
}

function parse(
  schema: { safeParse: (input: unknown) => { success: boolean; data?: unknown; error?: Error } },
  input: unknown,
): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new EngineError(
    'request/invalid-arguments',
    parsed.error?.message ?? 'Expected other arguments',
  );
}

async function settle(work: () => Promise<unknown>): Promise<Settled<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: toErrorReport(thrown) };
  }
}

function requestOf(engine: EngineClient, name: unknown, input: unknown): Promise<unknown> {
  if (!isCommandName(name) || SHELL_ONLY.has(name)) {
    throw new EngineError(
      'request/unknown-command',
      `Expected a known command but received ${String(name)}`,
    );
  }
  return engine.request(name, parse(COMMANDS[name].input, input) as never);
}

function shellRequestOf(shell: ShellHandlers, name: unknown, input: unknown): Promise<unknown> {
  if (!isShellCommandName(name)) {
    throw new EngineError(
      'request/unknown-command',
      `Expected a known command but received ${String(name)}`,
    );
  }
  const handler = shell[name] as (input: unknown) => Promise<unknown>;
  return handler(parse(SHELL_COMMANDS[name satisfies ShellCommandName].input, input));
}

/**
 * The only place that listens to the renderer. Every message is checked for its sender, its name and its
 * arguments before anything else sees it; errors go back as data with their code.
 */
export function registerCheckedIpc({ engine, shell, isOwnContents }: Registrar): void {
  ipcMain.handle(CHANNELS.request, (event, name: unknown, input: unknown) =>
    settle(async () => {
      checkSender(event, isOwnContents);
      return requestOf(engine, name, input);
    }),
  );
  ipcMain.handle(CHANNELS.shell, (event, name: unknown, input: unknown) =>
    settle(async () => {
      checkSender(event, isOwnContents);
      return shellRequestOf(shell, name, input);
    }),
  );
}
