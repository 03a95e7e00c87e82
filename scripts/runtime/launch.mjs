// @ts-check
import { spawn } from 'node:child_process';
import { sandboxSwitches } from './sandbox.mjs';
import { setStage } from './stage.mjs';

/**
 * Starts an application and waits until it ends.
 *
 * @param {readonly string[]} args the application's folder and its own arguments
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the application's exit code
 */
export async function launchApplication(args, say) {
  const stage = await setStage(say);
  try {
    if (stage.display) {
      say(`There is no display here: the window is on ${stage.display} (Xvfb). Ctrl+C ends it.`);
    }
    const env = applicationEnvironment(stage.display);
    return await runUntilEnd(stage.runtime.executable, [...sandboxSwitches(), ...args], env);
  } finally {
    await stage.stop();
  }
}

/**
 * The engine is a plain Node process on Linux. npm tells its scripts which Node runs them; where
 * this script was started without npm, the application still learns it.
 *
 * @param {string | undefined} display
 * @returns {NodeJS.ProcessEnv}
 */
function applicationEnvironment(display) {
  const env = { ...process.env, npm_node_execpath: process.execPath };
  return display ? { ...env, DISPLAY: display } : env;
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function runUntilEnd(executable, args, env) {
  return new Promise((settle, fail) => {
    const child = spawn(executable, args, { env, stdio: 'inherit' });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      settle(code ?? (signal ? 130 : 1));
    });
  });
}
