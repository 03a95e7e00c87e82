// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 where the command does not exist, 124 after the time limit
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command without a shell and collects what it prints. Never throws: a missing command is
 * an ordinary answer here.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 *   `show` also passes the output on to the terminal
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, timeoutMs = 60_000, show = false } = options;
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      stdout += chunk;
      if (show) process.stderr.write(chunk);
    });
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      stderr += chunk;
      if (show) process.stderr.write(chunk);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      settle({ code: 127, stdout, stderr: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      settle({ code: late ? 124 : (code ?? 1), stdout, stderr });
    });
  });
}

/**
 * How npm is started on this system, without relying on a shell where that can be helped.
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
