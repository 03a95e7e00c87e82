#!/usr/bin/env node
// @ts-check
// Installs what is missing, builds what is out of date and starts Oeuvre on the sample portfolio.
// Arguments after `npm start --` go to the application instead of `--sample`.
import { ensureBuilt } from './runtime/built.mjs';
import { ensureInstalled } from './runtime/installed.mjs';
import { launchApplication } from './runtime/launch.mjs';
import { repositoryRoot } from './runtime/places.mjs';
import { runMain, say } from './runtime/say.mjs';

await runMain(async () => {
  await ensureInstalled(say);
  await ensureBuilt(say);
  const given = process.argv.slice(2);
  return launchApplication([repositoryRoot, ...(given.length > 0 ? given : ['--sample'])], say);
});
