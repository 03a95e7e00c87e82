// @ts-check
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs';
import { describeRuntime, findRuntime } from './find-runtime.mjs';
import { prepareSystem } from './prepare-system.mjs';
import { sandboxAdvice } from './sandbox.mjs';

/**
 * @typedef {object} Stage everything a window needs, ready
 * @property {import('./find-runtime.mjs').Runtime} runtime
 * @property {string | undefined} display the virtual display's name, where one was started
 * @property {() => Promise<void>} stop
 */

/**
 * Finds the runtime, completes the system and starts a virtual display where there is none.
 *
 * @param {(line: string) => void} say one line names the runtime; others only when there is news
 * @returns {Promise<Stage>}
 */
export async function setStage(say) {
  const runtime = await findRuntime({ say });
  say(describeRuntime(runtime));
  const needsXvfb = needsVirtualDisplay();
  await prepareSystem(runtime.executable, { needsXvfb, say });
  const advice = sandboxAdvice(runtime.executable);
  if (advice) say(advice);
  if (!needsXvfb) return { runtime, display: undefined, stop: async () => {} };
  const display = await startVirtualDisplay();
  return { runtime, display: display.name, stop: display.stop };
}
