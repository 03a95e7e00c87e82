#!/usr/bin/env node
// @ts-check
// `npx oeuvre`: the command line of the engine. Builds it first where that was never done.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './runtime/built.mjs';
import { ensureInstalled } from './runtime/installed.mjs';
import { repositoryRoot } from './runtime/places.mjs';
import { runMain, say } from './runtime/say.mjs';

const entry = join(repositoryRoot, 'out', 'main', 'cli.cjs');

await runMain(async () => {
  if (!existsSync(entry)) {
    await ensureInstalled(say);
    await ensureBuilt(say);
  }
  return runCommandLine(process.argv.slice(2));
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} the command's exit code
 */
function runCommandLine(args) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: 'inherit' });
    // An interrupt reaches the child as well; it says what there is to say and then ends.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 130));
  });
}
