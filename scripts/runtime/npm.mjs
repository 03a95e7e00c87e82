// @ts-check
import { spawn } from 'node:child_process';

/**
 * How npm is started on this system, without a shell where that can be helped.
 *
 * @param {NodeJS.ProcessEnv} [env] `npm_execpath` is set by npm for its own scripts
 * @returns {{ command: string, leading: string[], shell: boolean }}
 */
export function npmCommand(env = process.env) {
  const entry = env['npm_execpath'];
  if (entry && /npm-cli\.c?js$/.test(entry)) {
    return { command: process.execPath, leading: [entry], shell: false };
  }
  return process.platform === 'win32'
    ? { command: 'npm.cmd', leading: [], shell: true }
    : { command: 'npm', leading: [], shell: false };
}

/**
 * Runs npm with its output on stderr, so that a script's own stdout stays clean.
 *
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<number>} npm's exit code
 */
export function runNpm(args, folder) {
  const { command, leading, shell } = npmCommand();
  return new Promise((settle, fail) => {
    const child = spawn(command, [...leading, ...args], {
      cwd: folder,
      shell,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
  });
}
