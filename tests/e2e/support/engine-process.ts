import type { ElectronApplication } from '@playwright/test';
import { expect } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';

/**
 * Process ids of the engines that belong to the application. On Linux the engine is a plain Node child that
 * only the system knows of; elsewhere it is a utility process, which Electron lists itself.
 */
async function enginePids(app: ElectronApplication): Promise<number[]> {
  if (process.platform !== 'linux') {
    return app.evaluate(({ app: own }) =>
      own
        .getAppMetrics()
        .filter(({ type, name }) => type === 'Utility' && name === 'Oeuvre engine')
        .map(({ pid }) => pid),
    );
  }
  const parent = app.process().pid;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const ours = await Promise.all(pids.map((pid) => isEngineOf(pid, parent)));
  return pids.filter((_, at) => ours[at]);
}

// A process may end between being listed and being read: then it is none.
async function isEngineOf(pid: number, parent: number | undefined): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  // The name stands in brackets and may hold anything; state and parent follow it.
  const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state !== 'Z' && Number(ppid) === parent && command.includes('engine.cjs');
}

/** Waits for the engine that runs now, other than those that ran before. */
export async function nextEngine(
  app: ElectronApplication,
  ...before: readonly number[]
): Promise<number> {
  let found: number[] = [];
  const look = async (): Promise<number> => {
    found = (await enginePids(app)).filter((pid) => !before.includes(pid));
    return found.length;
  };
  await expect.poll(look, { message: 'one engine process', timeout: 60_000 }).toBe(1);
  return found[0] ?? 0;
}
