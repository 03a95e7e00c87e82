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
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, timeoutMs = 60_000 } = options;
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
    });
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      stderr += chunk;
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
