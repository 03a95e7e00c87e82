import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryRoot } from '../../../scripts/runtime/places.mjs';
import { sandboxSwitches } from '../../../scripts/runtime/sandbox.mjs';

/** A launch takes two seconds, ten on a busy machine; beyond this it hangs in Chromium's start. */
const LAUNCH_LIMIT_MS = 30_000;
const LAUNCHES = 3;

/** How one test wants the application started. */
export interface LaunchOptions {
  /** Folder for everything the application keeps; a second launch on it is a restart. */
  readonly userData: string;
  /** The application's own arguments, such as `--sample`. */
  readonly args?: readonly string[];
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the application to start: the built repository unless told otherwise. */
  readonly application?: string;
  /** What the address that its window comes to begins with; the interface's unless told otherwise. */
  readonly address?: string;
}

/** The running application and its first window. */
export interface Studio {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/**
 * Starts the real application and waits for the interface in its first window. A launch that hangs, as now
 * and then on a busy machine, is tried again; a test is never repeated.
 *
 * @throws when the last launch fails too
 */
export async function launchStudio(options: LaunchOptions): Promise<Studio> {
  for (let launch = 1; launch < LAUNCHES; launch++) {
    try {
      return await launchOnce(options);
    } catch (error) {
      const [reason] = String(error).split('\n');
      console.warn(`Launch ${launch} of ${LAUNCHES} failed and is tried again: ${reason}`);
    }
  }
  return launchOnce(options);
}

/**
 * Starts the application a second time while it runs on the same data, as a double click does: the second
 * process hands its arguments to the first and leaves.
 */
export async function startAgain(options: LaunchOptions): Promise<void> {
  const second = spawn(runtimeExecutable(), argumentsOf(options), {
    env: environmentOf(options),
    stdio: 'ignore',
  });
  await once(second, 'exit');
}

async function launchOnce(options: LaunchOptions): Promise<Studio> {
  const app = await _electron.launch({
    executablePath: runtimeExecutable(),
    args: argumentsOf(options),
    chromiumSandbox: sandboxSwitches().length === 0,
    env: environmentOf(options),
    timeout: LAUNCH_LIMIT_MS,
  });
  try {
    const page = await app.firstWindow({ timeout: LAUNCH_LIMIT_MS });
    await arrival(page, options.address ?? 'oeuvre://app/');
    return { app, page };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

/**
 * A window begins with an empty document; what is done to that one is lost with it. The page itself is asked:
 * whoever connects to a window in mid-navigation may miss that it has arrived.
 */
async function arrival(page: Page, address: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
    address,
    { polling: 50, timeout: LAUNCH_LIMIT_MS },
  );
}

function argumentsOf({ userData, application, args = [] }: LaunchOptions): string[] {
  return [
    ...sandboxSwitches(),
    `--user-data-dir=${userData}`,
    '--lang=en-US',
    application ?? repositoryRoot,
    ...args,
  ];
}

function environmentOf({ env }: LaunchOptions): Record<string, string> {
  return {
    ...inheritedEnvironment(),
    // Linux asks here which language the user speaks; the tests read English unless they say otherwise.
    LANGUAGE: 'en_US',
    npm_node_execpath: process.execPath,
    ...env,
  };
}

function runtimeExecutable(): string {
  const executable = process.env['OEUVRE_ELECTRON'];
  if (!executable) throw new Error('Expected OEUVRE_ELECTRON, which the global setup sets.');
  return executable;
}

/** Without what would make Electron behave as plain Node. */
function inheritedEnvironment(): Record<string, string> {
  const hidden = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']);
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !hidden.has(entry[0]),
  );
  return Object.fromEntries(entries);
}
