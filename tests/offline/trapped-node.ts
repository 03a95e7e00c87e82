import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TRAP = resolve('tests/fixtures/network-trap.cjs');

export interface TrappedRun {
  code: number | null;
  /** Every reach for the network, in order, e.g. `net connect`. */
  reaches: string[];
  error: string;
}

/**
 * Runs Node, and every thread it starts, with a trap that notes each use of the network.
 *
 * @param env the whole environment but for the trap's own
 */
export async function runTrapped(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<TrappedRun> {
  const folder = await mkdtemp(join(tmpdir(), 'oeuvre-trap-'));
  try {
    const log = join(folder, 'reaches.log');
    await writeFile(log, '');
    const child = spawn(process.execPath, ['--require', TRAP, ...args], {
      env: { ...env, NETWORK_TRAP: log },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    const [code] = (await once(child, 'close')) as [number | null];
    const reaches = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
    return { code, reaches, error };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
