// @ts-check
import { spawn } from 'node:child_process';

const SCREEN = '1920x1200x24';
const START_LIMIT_MS = 15_000;

/**
 * @typedef {object} VirtualDisplay
 * @property {string} name for `DISPLAY`, such as `:99`
 * @property {() => Promise<void>} stop ends it; settles when it is gone
 */

/**
 * Whether windows would have nowhere to appear.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean}
 */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Starts Xvfb on a number that it finds free itself, so that two runs never meet. It ends with
 * this process, also on an interrupt.
 *
 * @returns {Promise<VirtualDisplay>}
 * @throws {Error} when Xvfb does not come up within 15 s
 */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const gone = new Promise((settle) => server.once('exit', settle));
  const kill = () => server.kill();
  process.once('exit', kill);
  try {
    const number = await readDisplayNumber(server);
    letProcessEnd(server);
    return {
      name: `:${number}`,
      stop: async () => {
        process.off('exit', kill);
        server.ref();
        kill();
        await gone;
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

/**
 * A display that nobody stopped must not keep this process alive.
 *
 * @param {import('node:child_process').ChildProcess} server
 */
function letProcessEnd(server) {
  server.unref();
  for (const pipe of [server.stderr, server.stdio[3]]) {
    /** @type {import('node:net').Socket | null | undefined} */ (pipe)?.unref();
  }
}

/**
 * Xvfb writes its number and a newline to the descriptor once it takes connections.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function readDisplayNumber(server) {
  return new Promise((settle, fail) => {
    let written = '';
    let complaint = '';
    const timer = setTimeout(() => fail(new Error('Xvfb did not come up.')), START_LIMIT_MS);
    server.stderr?.on('data', (chunk) => (complaint += chunk));
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      written += chunk;
      if (!written.includes('\n')) return;
      clearTimeout(timer);
      settle(Number(written.trim()));
    });
    server.once('error', fail);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`Xvfb ended with ${code} instead of starting: ${complaint.trim()}`));
    });
  });
}
