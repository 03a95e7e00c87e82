import { setStage } from '../../../scripts/runtime/stage.mjs';
import { say } from '../../../scripts/runtime/say.mjs';

/**
 * Finds the Electron runtime once for all tests and starts a virtual display where there is none;
 * the tests' processes inherit both through the environment.
 *
 * @returns what ends the display after the last test
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stage = await setStage(say);
  process.env['OEUVRE_ELECTRON'] = stage.runtime.executable;
  if (stage.display) process.env['DISPLAY'] = stage.display;
  return stage.stop;
}
