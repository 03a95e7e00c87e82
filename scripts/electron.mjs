#!/usr/bin/env node
// @ts-check
// Finds or fetches the Electron runtime and prints its path; with arguments, starts it with them.
import { launchApplication } from './runtime/launch.mjs';
import { runMain, say } from './runtime/say.mjs';
import { setStage } from './runtime/stage.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  if (args.length > 0) return launchApplication(args, say);
  const stage = await setStage(say);
  await stage.stop();
  process.stdout.write(`${stage.runtime.executable}\n`);
  return 0;
});
